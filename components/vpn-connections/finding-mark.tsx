import type { ConnectionWords } from "@/components/vpn-connections/words";
import { pages } from "@/lib/vpn/hrefs";
import type { VpnConnection } from "@/lib/vpn/types";

type Props = {
  connection: Pick<VpnConnection, "regionId" | "vpnConnectionId" | "findingCounts">;
  t: ConnectionWords;
};

/** That a connection has findings that should not wait, how many, and the way to them. */
export function FindingMark({ connection, t }: Props) {
  const { regionId, vpnConnectionId, findingCounts } = connection;
  if (findingCounts === null) return null;
  const { critical, high } = findingCounts;
  if (critical + high === 0) return null;
  const words = t("table.findings", { critical, high });
  return (
    <a
      href={pages.findings({ regionId, vpnConnectionId })}
      className={critical > 0 ? "finding-mark text-down" : "finding-mark text-degraded"}
      title={words}
      aria-label={words}
    >
      {critical + high}
    </a>
  );
}
