/** Two tunnels through one wall. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <g fill="none" stroke="var(--surface)" strokeWidth="2.5" strokeLinecap="round">
        <path d="M5 12h22M5 20h22" />
        <path d="M11 7v18M21 7v18" strokeWidth="3" />
      </g>
    </svg>
  );
}
