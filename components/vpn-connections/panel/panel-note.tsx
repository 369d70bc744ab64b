import type { ReactNode } from "react";

/** What stands in a panel that has nothing to show yet, or cannot have it. */
export function PanelNote({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="text-sm text-ink-soft">
      {children}
    </p>
  );
}
