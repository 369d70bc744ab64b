import { Time } from "@/components/ui/time";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { ConnectionSummary } from "@/lib/vpn/connection-summary";

type Props = {
  connection: ConnectionSummary;
  t: ConnectionWords;
  /** With the time itself beside how long ago it was. */
  isFull?: boolean;
  /** In a column of a table. */
  isNarrow?: boolean;
};

/** Since when a connection has been as it is, as far as that is known, and whether it stays so. */
export function StateSince({ connection, t, isFull = false, isNarrow = false }: Props) {
  const { verdictSince, verdictSinceExact, changesIn24Hours, flapping } = connection;
  if (verdictSince === null) return "–";
  return (
    <div className="text-sm/5">
      <p>
        {!verdictSinceExact && (
          <span className="block text-xs/5 text-ink-soft">{t("since.atLeast")} </span>
        )}
        <Time value={verdictSince} show={isNarrow ? "age" : "relative"} />
        {isFull && (
          <span className="block text-ink-soft max-lg:ml-1 max-lg:inline">
            <Time value={verdictSince} />
          </span>
        )}
      </p>
      {flapping && (
        <p title={t("since.flappingHint")} className="font-medium text-degraded">
          {t("since.flapping")}
        </p>
      )}
      {changesIn24Hours !== null && changesIn24Hours > 0 && (
        <p className="text-xs/5 text-ink-soft">{t("since.changes", { count: changesIn24Hours })}</p>
      )}
    </div>
  );
}
