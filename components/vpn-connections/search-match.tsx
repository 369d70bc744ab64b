import { useTranslations } from "next-intl";
import type { SearchMatch } from "@/lib/vpn/types";

/** Stand in the row as they are, whatever else does. */
const ALWAYS_SHOWN = new Set<SearchMatch["field"]>(["vpnConnectionId", "name"]);

/** What of a connection a search has found, where that is not the name above it. */
export function SearchMatchNote({ match }: { match: SearchMatch }) {
  const t = useTranslations("connections.match");
  if (ALWAYS_SHOWN.has(match.field)) return null;
  return (
    <p className="ml-5 text-sm/5 text-ink-soft">
      {t(match.field)}{" "}
      <mark className="data rounded-sm bg-degraded-wash px-1 text-ink">{match.value}</mark>
      {match.isCatchAll && <> {t("catchAll")}</>}
    </p>
  );
}
