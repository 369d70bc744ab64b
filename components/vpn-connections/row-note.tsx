import { SearchMatchNote } from "@/components/vpn-connections/search-match";
import { tunnelWords } from "@/components/vpn-connections/status-sign";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { ConnectionRow } from "@/lib/vpn/connection-row";
import type { SearchMatch } from "@/lib/vpn/search-match";
import { isDown, tunnelCondition } from "@/lib/vpn/status";

type Props = { row: ConnectionRow; match: SearchMatch | null; t: ConnectionWords };

/** Why a connection is not healthy, and what of it a search has found; null where there is nothing to say. */
export function RowNote({ row, match, t }: Props) {
  const reasons = reasonsOf(row, t);
  const isMatchShown = match !== null;
  if (reasons.length === 0 && !row.flapping && !isMatchShown) return null;
  return (
    <p className="list-note">
      {reasons.join(" · ")}
      {row.flapping && (
        <>
          {reasons.length > 0 && " · "}
          <strong title={t("since.flappingHint")} className="text-degraded">
            {t("since.flapping")}
          </strong>
        </>
      )}
      {isMatchShown && (
        <>
          {(reasons.length > 0 || row.flapping) && " · "}
          <SearchMatchNote match={match} t={t} />
        </>
      )}
    </p>
  );
}

function reasonsOf({ verdict, tunnels }: ConnectionRow, t: ConnectionWords): string[] {
  if (verdict === "up") return [];
  const words = tunnels.flatMap((tunnel, index) =>
    tunnelCondition(tunnel) === "up" ? [] : tunnelWords(tunnel, index, tunnels.length, t),
  );
  if (verdict !== "degraded") return words;
  const isOneDown = tunnels.some((tunnel) => isDown(tunnelCondition(tunnel)));
  return [t(isOneDown ? "reason.oneDown" : "reason.oneChanging"), ...words];
}
