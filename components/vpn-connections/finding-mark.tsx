import { FindingCount } from "@/components/findings/finding-count";
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
  const href = pages.findings({ regionId, vpnConnectionId });
  return <FindingCount counts={findingCounts} href={href} t={t} />;
}
