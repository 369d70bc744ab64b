import "server-only";
import { joined, utc } from "@/lib/server/export/csv-text";
import type {
  BgpConfig,
  FindingMark,
  HealthCheck,
  IkeConfig,
  IpsecConfig,
  OddValue,
  UnreadableConnection,
  VpnConnection,
  VpnTunnel,
} from "@/lib/vpn/types";

type Value = string | number | boolean | null;
export type Column = { name: string; read: (connection: VpnConnection) => Value };

/** Each field is named, so that nothing leaves unseen, and a field without a column is a type error. */
type Columns<Name extends string, Thing> = { [name in Name]: (thing: Thing) => Value };

type ConnectionColumn =
  | Exclude<keyof VpnConnection, "tunnels" | "healthCheck" | "findingCounts">
  | `${keyof FindingMark}Findings`
  | `healthCheck${Capitalize<Exclude<keyof HealthCheck, "oddValues">>}`;

const CONNECTION: Columns<ConnectionColumn, VpnConnection> = {
  regionId: ({ regionId }) => regionId,
  vpnConnectionId: ({ vpnConnectionId }) => vpnConnectionId,
  name: ({ name }) => name,
  verdict: ({ verdict }) => verdict,
  verdictSince: ({ verdictSince }) => utc(verdictSince),
  verdictSinceExact: ({ verdictSinceExact }) => verdictSinceExact,
  changesIn24Hours: ({ changesIn24Hours }) => changesIn24Hours,
  flapping: ({ flapping }) => flapping,
  criticalFindings: ({ findingCounts }) => findingCounts?.critical ?? null,
  highFindings: ({ findingCounts }) => findingCounts?.high ?? null,
  state: ({ state }) => state,
  tunnelMode: ({ tunnelMode }) => tunnelMode,
  attachType: ({ attachType }) => attachType,
  attachInstanceId: ({ attachInstanceId }) => attachInstanceId,
  vpnGatewayId: ({ vpnGatewayId }) => vpnGatewayId,
  vpnGatewayName: ({ vpnGatewayName }) => vpnGatewayName,
  vpcId: ({ vpcId }) => vpcId,
  transitRouterId: ({ transitRouterId }) => transitRouterId,
  transitRouterName: ({ transitRouterName }) => transitRouterName,
  customerGatewayIds: ({ customerGatewayIds }) => joined(customerGatewayIds),
  customerGatewayNames: ({ customerGatewayNames }) =>
    joined(customerGatewayNames.map((name) => name ?? "")),
  localSubnets: ({ localSubnets }) => joined(localSubnets),
  remoteSubnets: ({ remoteSubnets }) => joined(remoteSubnets),
  networkType: ({ networkType }) => networkType,
  spec: ({ spec }) => spec,
  tunnelBandwidth: ({ tunnelBandwidth }) => tunnelBandwidth,
  internetIp: ({ internetIp }) => internetIp,
  zoneNo: ({ zoneNo }) => zoneNo,
  resourceGroupId: ({ resourceGroupId }) => resourceGroupId,
  crossAccountAuthorized: ({ crossAccountAuthorized }) => crossAccountAuthorized,
  createTime: ({ createTime }) => utc(createTime),
  effectImmediately: ({ effectImmediately }) => effectImmediately,
  enableTunnelsBgp: ({ enableTunnelsBgp }) => enableTunnelsBgp,
  tags: ({ tags }) => joined(tags.map(({ key, value }) => `${key}:${value}`)),
  oddValues: ({ oddValues, healthCheck }) =>
    joinedOdd([...oddValues, ...(healthCheck?.oddValues ?? [])]),
  healthCheckEnable: ({ healthCheck }) => healthCheck?.enable ?? null,
  healthCheckStatus: ({ healthCheck }) => healthCheck?.status ?? null,
  healthCheckDip: ({ healthCheck }) => healthCheck?.dip ?? null,
  healthCheckSip: ({ healthCheck }) => healthCheck?.sip ?? null,
  healthCheckInterval: ({ healthCheck }) => healthCheck?.interval ?? null,
  healthCheckRetry: ({ healthCheck }) => healthCheck?.retry ?? null,
  healthCheckPolicy: ({ healthCheck }) => healthCheck?.policy ?? null,
};

type TunnelColumn =
  | Exclude<keyof VpnTunnel, "ikeConfig" | "ipsecConfig" | "bgpConfig" | "remoteCaCertificate">
  | Exclude<keyof IkeConfig, "psk">
  | keyof IpsecConfig
  | Exclude<keyof BgpConfig, "status" | "authKey">
  | "bgpStatus"
  | `${"psk" | "authKey" | "remoteCaCertificate"}Configured`;

const TUNNEL: Columns<TunnelColumn, VpnTunnel> = {
  tunnelId: ({ tunnelId }) => tunnelId,
  tunnelIndex: ({ tunnelIndex }) => tunnelIndex,
  role: ({ role }) => role,
  rawRole: ({ rawRole }) => rawRole,
  state: ({ state }) => state,
  status: ({ status }) => status,
  rawStatus: ({ rawStatus }) => rawStatus,
  internetIp: ({ internetIp }) => internetIp,
  zoneNo: ({ zoneNo }) => zoneNo,
  customerGatewayId: ({ customerGatewayId }) => customerGatewayId,
  enableDpd: ({ enableDpd }) => enableDpd,
  enableNatTraversal: ({ enableNatTraversal }) => enableNatTraversal,
  ikeVersion: ({ ikeConfig }) => ikeConfig.ikeVersion,
  ikeMode: ({ ikeConfig }) => ikeConfig.ikeMode,
  ikeEncAlg: ({ ikeConfig }) => ikeConfig.ikeEncAlg,
  ikeAuthAlg: ({ ikeConfig }) => ikeConfig.ikeAuthAlg,
  ikePfs: ({ ikeConfig }) => ikeConfig.ikePfs,
  ikeLifetime: ({ ikeConfig }) => ikeConfig.ikeLifetime,
  localId: ({ ikeConfig }) => ikeConfig.localId,
  remoteId: ({ ikeConfig }) => ikeConfig.remoteId,
  pskConfigured: ({ ikeConfig }) => ikeConfig.psk.configured,
  ipsecEncAlg: ({ ipsecConfig }) => ipsecConfig.ipsecEncAlg,
  ipsecAuthAlg: ({ ipsecConfig }) => ipsecConfig.ipsecAuthAlg,
  ipsecPfs: ({ ipsecConfig }) => ipsecConfig.ipsecPfs,
  ipsecLifetime: ({ ipsecConfig }) => ipsecConfig.ipsecLifetime,
  bgpStatus: ({ bgpConfig }) => bgpConfig?.status ?? null,
  enableBgp: ({ bgpConfig }) => bgpConfig?.enableBgp ?? null,
  localAsn: ({ bgpConfig }) => bgpConfig?.localAsn ?? null,
  peerAsn: ({ bgpConfig }) => bgpConfig?.peerAsn ?? null,
  localBgpIp: ({ bgpConfig }) => bgpConfig?.localBgpIp ?? null,
  peerBgpIp: ({ bgpConfig }) => bgpConfig?.peerBgpIp ?? null,
  tunnelCidr: ({ bgpConfig }) => bgpConfig?.tunnelCidr ?? null,
  authKeyConfigured: ({ bgpConfig }) => bgpConfig?.authKey.configured ?? null,
  remoteCaCertificateConfigured: ({ remoteCaCertificate }) => remoteCaCertificate.configured,
  oddValues: ({ oddValues }) => joinedOdd(oddValues),
};

/** Before those of the tunnels, of which there may one day be more. */
export const UNREADABLE: Column = { name: "unreadableFields", read: () => null };

/** The same for every list of that many tunnels a connection, an empty one included. */
export function columnsFor(tunnels: number): Column[] {
  const ofConnection = Object.entries(CONNECTION).map(([name, read]) => ({ name, read }));
  const ofTunnels = Array.from({ length: tunnels }, (_, index) => columnsOfTunnel(index));
  return [...ofConnection, UNREADABLE, ...ofTunnels.flat()];
}

function columnsOfTunnel(index: number): Column[] {
  return Object.entries(TUNNEL).map(([name, read]) => ({
    name: ofTunnel(index, name),
    read: ({ tunnels }) => {
      const tunnel = tunnels[index];
      return tunnel === undefined ? null : read(tunnel);
    },
  }));
}

/** All that is known of it, by column: where it is, its id, and which fields made no sense. */
export function cellsOfUnreadable({ regionId, vpnConnectionId, fields }: UnreadableConnection) {
  return new Map([
    ["regionId", regionId],
    ["vpnConnectionId", vpnConnectionId],
    [UNREADABLE.name, joined(fields)],
  ]);
}

/** `status` of the first tunnel is `tunnel1Status`. */
function ofTunnel(index: number, name: string): string {
  return `tunnel${index + 1}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

const joinedOdd = (oddValues: OddValue[]) =>
  joined(oddValues.map(({ field, value }) => `${field}=${value}`));
