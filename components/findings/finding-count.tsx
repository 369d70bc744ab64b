import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { FindingMark } from "@/lib/vpn/types";

type Props = { counts: FindingMark; href: string; t: ConnectionWords };

/** That something has findings that should not wait, how many, and the way to them. */
export function FindingCount({ counts: { critical, high }, href, t }: Props) {
  if (critical + high === 0) return null;
  const words = t("table.findings", { critical, high });
  return (
    <a
      href={href}
      className={critical > 0 ? "finding-mark text-down" : "finding-mark text-degraded"}
      title={words}
      aria-label={words}
    >
      {critical + high}
    </a>
  );
}
