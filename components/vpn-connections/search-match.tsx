import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { SearchMatch } from "@/lib/vpn/search-match";

/** Stand in the row as they are, in columns of their own. */
const ALWAYS_SHOWN = new Set<SearchMatch["field"]>([
  "vpnConnectionId",
  "name",
  "vpnGatewayId",
  "vpnGatewayName",
  "customerGatewayId",
  "customerGatewayName",
]);

/** What of a connection a search has found, where the row does not show it anyway. */
export function SearchMatchNote({ match, t }: { match: SearchMatch; t: ConnectionWords }) {
  if (ALWAYS_SHOWN.has(match.field)) return null;
  return (
    <p className="ml-5 text-sm/5 text-ink-soft">
      {t(`match.${match.field}`)}{" "}
      <mark className="data rounded-sm bg-degraded-wash px-1 wrap-anywhere text-ink">
        {match.value}
      </mark>
      {match.isCatchAll && <> {t("match.catchAll")}</>}
    </p>
  );
}
