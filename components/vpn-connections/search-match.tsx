import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { SearchMatch } from "@/lib/vpn/search-match";

/** Stand in the row as they are, in columns of their own. */
const ALWAYS_SHOWN = new Set<SearchMatch["field"]>(["vpnConnectionId", "name"]);

/** What of a connection a search has found, where the row does not show it anyway. */
export function shownMatch(match: SearchMatch | null | undefined): SearchMatch | null {
  return match === null || match === undefined || ALWAYS_SHOWN.has(match.field) ? null : match;
}

export function SearchMatchNote({ match, t }: { match: SearchMatch; t: ConnectionWords }) {
  return (
    <span>
      {t(`match.${match.field}`)}{" "}
      <mark className="rounded-sm bg-degraded-wash px-1 font-mono text-ink">{match.value}</mark>
      {match.isCatchAll && <> {t("match.catchAll")}</>}
    </span>
  );
}
