import type { ConnectionColumn } from "@/lib/vpn/connection-columns";
import type { BgpConfig, VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** What a column holds of a connection: as plain words, in files and for its order too. */
export type ColumnValue = string | number | boolean;

type Given = ColumnValue | null;

/** What the tunnels have; once, where they have the same. */
const ofTunnels = (read: (tunnel: VpnTunnel) => Given) => (connection: VpnConnection) =>
  connection.tunnels.map(read);

const ofBgp = (read: (bgpConfig: BgpConfig) => Given) =>
  ofTunnels(({ bgpConfig }) => bgpConfig && read(bgpConfig));

/** Of a pair its tunnels have one each; of a single tunnel the connection may. */
const ofEither = (name: "internetIp" | "zoneNo") => (connection: VpnConnection) => [
  connection[name],
  ...connection.tunnels.map((tunnel) => tunnel[name]),
];

const READ: { [name in ConnectionColumn]: (connection: VpnConnection) => Given[] } = {
  verdict: ({ verdict }) => [verdict],
  name: ({ name }) => [name],
  tunnels: ofTunnels(({ rawStatus, status }) => rawStatus ?? status),
  vpnConnectionId: ({ vpnConnectionId }) => [vpnConnectionId],
  regionId: ({ regionId }) => [regionId],
  vpnGatewayId: ({ vpnGatewayId, transitRouterId }) => [vpnGatewayId ?? transitRouterId],
  customerGatewayIds: ({ customerGatewayIds }) => customerGatewayIds,
  localSubnets: ({ localSubnets }) => localSubnets,
  remoteSubnets: ({ remoteSubnets }) => remoteSubnets,
  ikeVersion: ofTunnels(({ ikeConfig }) => ikeConfig.ikeVersion),
  verdictSince: ({ verdictSince }) => [verdictSince],
  changesIn24Hours: ({ changesIn24Hours }) => [changesIn24Hours],
  findingCounts: ({ findingCounts }) => [
    findingCounts && findingCounts.critical + findingCounts.high,
  ],
  tunnelMode: ({ tunnelMode }) => [tunnelMode],
  state: ({ state }) => [state],
  effectImmediately: ({ effectImmediately }) => [effectImmediately],
  attachType: ({ attachType }) => [attachType],
  attachInstanceId: ({ attachInstanceId }) => [attachInstanceId],
  networkType: ({ networkType }) => [networkType],
  vpcId: ({ vpcId }) => [vpcId],
  spec: ({ spec }) => [spec],
  tunnelBandwidth: ({ tunnelBandwidth }) => [tunnelBandwidth],
  resourceGroupId: ({ resourceGroupId }) => [resourceGroupId],
  tags: ({ tags }) => tags.map(({ key, value }) => `${key}:${value}`),
  zoneNo: ofEither("zoneNo"),
  internetIp: ofEither("internetIp"),
  crossAccountAuthorized: ({ crossAccountAuthorized }) => [crossAccountAuthorized],
  createTime: ({ createTime }) => [createTime],
  ikeMode: ofTunnels(({ ikeConfig }) => ikeConfig.ikeMode),
  ikeEncAlg: ofTunnels(({ ikeConfig }) => ikeConfig.ikeEncAlg),
  ikeAuthAlg: ofTunnels(({ ikeConfig }) => ikeConfig.ikeAuthAlg),
  ikePfs: ofTunnels(({ ikeConfig }) => ikeConfig.ikePfs),
  ikeLifetime: ofTunnels(({ ikeConfig }) => ikeConfig.ikeLifetime),
  localId: ofTunnels(({ ikeConfig }) => ikeConfig.localId),
  remoteId: ofTunnels(({ ikeConfig }) => ikeConfig.remoteId),
  ipsecEncAlg: ofTunnels(({ ipsecConfig }) => ipsecConfig.ipsecEncAlg),
  ipsecAuthAlg: ofTunnels(({ ipsecConfig }) => ipsecConfig.ipsecAuthAlg),
  ipsecPfs: ofTunnels(({ ipsecConfig }) => ipsecConfig.ipsecPfs),
  ipsecLifetime: ofTunnels(({ ipsecConfig }) => ipsecConfig.ipsecLifetime),
  enableDpd: ofTunnels(({ enableDpd }) => enableDpd),
  enableNatTraversal: ofTunnels(({ enableNatTraversal }) => enableNatTraversal),
  enableTunnelsBgp: ({ enableTunnelsBgp }) => [enableTunnelsBgp],
  bgpStatus: ofBgp(({ status }) => status),
  localAsn: ofBgp(({ localAsn }) => localAsn),
  peerAsn: ofBgp(({ peerAsn }) => peerAsn),
  localBgpIp: ofBgp(({ localBgpIp }) => localBgpIp),
  peerBgpIp: ofBgp(({ peerBgpIp }) => peerBgpIp),
  tunnelCidr: ofBgp(({ tunnelCidr }) => tunnelCidr),
  healthCheckStatus: ({ healthCheck }) => [
    healthCheck === null || healthCheck.enable === false ? null : healthCheck.status,
  ],
};

/** What a column holds of a connection; what its tunnels have in common, once. */
export function valuesOf(connection: VpnConnection, column: ConnectionColumn): ColumnValue[] {
  const given = READ[column](connection).filter((value) => value !== null);
  const values = given.filter((value) => value !== "");
  return column === "tunnels" ? values : [...new Set(values)];
}
