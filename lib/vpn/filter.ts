import { cidrHolds, ipv4 } from "@/lib/vpn/ipv4";
import type { ListParameters } from "@/lib/vpn/search-params";
import type { UnreadableConnection, VpnConnection } from "@/lib/vpn/types";

type Filters = Pick<ListParameters, "status" | "tunnelMode" | "ikeVersion" | "q">;

/** Whether a connection is what the filters ask for, all of them together. */
export function matches(connection: VpnConnection, filters: Filters): boolean {
  const { status, tunnelMode, ikeVersion, q } = filters;
  return (
    (status.length === 0 || status.some((wanted) => hasStatus(connection, wanted))) &&
    (tunnelMode === null || connection.tunnelMode === tunnelMode) &&
    (ikeVersion === null || hasIkeVersion(connection, ikeVersion)) &&
    (q === null || isFound(connection, q.trim()))
  );
}

/** What could not be read may be anything, so only a search by its id can rule it out. */
export function mayMatch(connection: UnreadableConnection, { q }: Filters): boolean {
  return q === null || includes(connection.vpnConnectionId ?? "", q.trim());
}

/** A verdict of the connection, or the upstream status of one of its tunnels. */
function hasStatus({ verdict, tunnels }: VpnConnection, wanted: string): boolean {
  return verdict === wanted || tunnels.some(({ rawStatus }) => rawStatus === wanted);
}

function hasIkeVersion({ tunnels }: VpnConnection, wanted: string): boolean {
  return tunnels.some(
    ({ ikeConfig }) => ikeConfig.ikeVersion?.toLowerCase() === wanted.toLowerCase(),
  );
}

/** An IP address also finds the connections whose subnets hold it. */
function isFound(connection: VpnConnection, q: string): boolean {
  const subnets = [...connection.localSubnets, ...connection.remoteSubnets];
  const address = ipv4(q);
  if (address === null) return [...words(connection), ...subnets].some((word) => includes(word, q));
  return (
    subnets.some((cidr) => cidrHolds(cidr, address)) ||
    words(connection).some((word) => holdsAddress(word, q))
  );
}

/** `10.1.1.1` is in `to-10.1.1.1`, and in neither `210.1.1.1` nor `10.1.1.10`. */
function holdsAddress(word: string, address: string): boolean {
  return word.split(/[^\d.]+/).includes(address);
}

function words(connection: VpnConnection): string[] {
  const { vpnConnectionId, name, vpnGatewayId, transitRouterId, internetIp } = connection;
  const ofTunnels = connection.tunnels.flatMap((tunnel) => [
    tunnel.tunnelId,
    tunnel.internetIp,
    tunnel.ikeConfig.localId,
    tunnel.ikeConfig.remoteId,
  ]);
  const all = [vpnConnectionId, name, vpnGatewayId, transitRouterId, internetIp, ...ofTunnels];
  return [...all.filter((word) => word !== null), ...connection.customerGatewayIds];
}

function includes(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}
