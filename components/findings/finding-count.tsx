import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { FindingMark } from "@/lib/vpn/types";

type Props = { counts: FindingMark; href: string; t: ConnectionWords };

/** Whether something has findings that should not wait. */
export const hasUrgent = ({ critical, high }: FindingMark) => critical + high > 0;

/** How many findings that should not wait something has, and the way to them; for what has any. */
export function FindingCount({ counts: { critical, high }, href, t }: Props) {
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
