import { holds, type Ipv4Network, ipv4Network } from "@/lib/vpn/ipv4";
import type { VpnConnection } from "@/lib/vpn/types";

/** What a search looks at: each name, id, subnet and address a line; and the subnets once more. */
type Searchable = { text: string; networks?: Ipv4Network[] };

/** Prepared once for each connection, since a region's answer is searched many times. */
const prepared = new WeakMap<VpnConnection, Searchable>();

/** Whether a connection has what was typed; an address or a CIDR also finds the subnets that hold it. */
export function searchFor(typed: string): (connection: VpnConnection) => boolean {
  const wanted = fold(typed).trim();
  const address = plainAddress(wanted);
  const network = ipv4Network(address);
  if (network === null) return (connection) => searchable(connection).text.includes(wanted);
  const alone = standingAlone(address);
  return (connection) => {
    const known = searchable(connection);
    known.networks ??= networksOf(connection);
    return (
      known.networks.some((one) => holds(one, network)) ||
      (known.text.includes(address) && alone.test(known.text))
    );
  };
}

/** A connection that could not be read has nothing to search but its id. */
export function hasInId(vpnConnectionId: string | null, typed: string): boolean {
  return fold(vpnConnectionId ?? "").includes(fold(typed).trim());
}

/** As a dual-stack socket logs an address, and as a Chinese keyboard may type its dots. */
function plainAddress(text: string): string {
  return text.replaceAll("。", ".").replace(/^::ffff:(?=\d+\.)/, "");
}

/** `10.1.1.1` stands in `to-10.1.1.1`, and in neither `210.1.1.1` nor `10.1.1.10`. */
function standingAlone(address: string): RegExp {
  return new RegExp(`(?<!\\d|\\d\\.)${address.replaceAll(".", "\\.")}(?!\\d|\\.\\d)`);
}

/** Neither case nor width matters: full-width digits are digits. */
function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** Whoever has the time may do this before it is needed. */
export function prepareForSearch(connection: VpnConnection): void {
  searchable(connection).networks ??= networksOf(connection);
}

function searchable(connection: VpnConnection): Searchable {
  const known = prepared.get(connection);
  if (known !== undefined) return known;
  const fresh = { text: fold(linesOf(connection)) };
  prepared.set(connection, fresh);
  return fresh;
}

function networksOf({ localSubnets, remoteSubnets }: VpnConnection): Ipv4Network[] {
  return [...localSubnets, ...remoteSubnets].map(ipv4Network).filter((network) => network !== null);
}

/** What is typed is one line, so that nothing is found across two words. */
function linesOf(connection: VpnConnection): string {
  const { healthCheck } = connection;
  const words: (string | null | undefined)[] = [
    connection.name,
    connection.vpnConnectionId,
    connection.vpnGatewayId,
    connection.transitRouterId,
    connection.transitRouterName,
    connection.attachInstanceId,
    connection.resourceGroupId,
    connection.internetIp,
    healthCheck?.dip,
    healthCheck?.sip,
    ...connection.customerGatewayIds,
    ...connection.localSubnets,
    ...connection.remoteSubnets,
  ];
  for (const { tunnelId, internetIp, ikeConfig, bgpConfig } of connection.tunnels) {
    words.push(tunnelId, internetIp, ikeConfig.localId, ikeConfig.remoteId);
    words.push(bgpConfig?.localBgpIp, bgpConfig?.peerBgpIp, bgpConfig?.tunnelCidr);
  }
  return words.join("\n");
}
