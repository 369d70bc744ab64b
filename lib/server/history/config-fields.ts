import "server-only";
import type { FieldChange } from "@/lib/vpn/events";
import type { SecretPresence, VpnConnection, VpnTunnel } from "@/lib/vpn/types";
import { WHOLE } from "@/lib/server/history/known-region";
import { partOf } from "@/lib/server/history/tunnel-parts";
import { areSameSecrets } from "@/lib/server/vpc-api/secret-fingerprints";

type Fields = Record<string, string | null>;

/** What somebody has set, by our names for it: of the connection under the key of the whole, and of each tunnel. */
export type Config = Record<string, Fields>;

/** Without secrets, and without what changes by itself, such as states. */
export function configOf(connection: VpnConnection): Config {
  const tunnels = connection.tunnels.map((tunnel, index): [string, Fields] => [
    partOf(tunnel, index),
    fieldsOfTunnel(tunnel),
  ]);
  return { [WHOLE]: fieldsOfConnection(connection), ...Object.fromEntries(tunnels) };
}

function fieldsOfConnection(connection: VpnConnection): Fields {
  const { healthCheck } = connection;
  return textsOf({
    name: connection.name,
    vpnGatewayId: connection.vpnGatewayId,
    transitRouterId: connection.transitRouterId,
    attachType: connection.attachType,
    attachInstanceId: connection.attachInstanceId,
    networkType: connection.networkType,
    spec: connection.spec,
    tunnelBandwidth: connection.tunnelBandwidth,
    resourceGroupId: connection.resourceGroupId,
    localSubnets: inOrder(connection.localSubnets),
    remoteSubnets: inOrder(connection.remoteSubnets),
    effectImmediately: connection.effectImmediately,
    enableTunnelsBgp: connection.enableTunnelsBgp,
    tunnelMode: connection.tunnelMode,
    tags: inOrder(connection.tags.map(({ key, value }) => `${key}:${value}`)),
    "healthCheck.enable": healthCheck?.enable,
    "healthCheck.dip": healthCheck?.dip,
    "healthCheck.sip": healthCheck?.sip,
    "healthCheck.interval": healthCheck?.interval,
    "healthCheck.retry": healthCheck?.retry,
    "healthCheck.policy": healthCheck?.policy,
  });
}

/** The API may name them in another order in each answer. */
const inOrder = (texts: string[]) => texts.toSorted().join(", ");

function fieldsOfTunnel(tunnel: VpnTunnel): Fields {
  const { ikeConfig, ipsecConfig, bgpConfig } = tunnel;
  return textsOf({
    role: tunnel.rawRole,
    internetIp: tunnel.internetIp,
    zoneNo: tunnel.zoneNo,
    customerGatewayId: tunnel.customerGatewayId,
    enableDpd: tunnel.enableDpd,
    enableNatTraversal: tunnel.enableNatTraversal,
    "ikeConfig.ikeVersion": ikeConfig.ikeVersion,
    "ikeConfig.ikeMode": ikeConfig.ikeMode,
    "ikeConfig.ikeEncAlg": ikeConfig.ikeEncAlg,
    "ikeConfig.ikeAuthAlg": ikeConfig.ikeAuthAlg,
    "ikeConfig.ikePfs": ikeConfig.ikePfs,
    "ikeConfig.ikeLifetime": ikeConfig.ikeLifetime,
    "ikeConfig.localId": ikeConfig.localId,
    "ikeConfig.remoteId": ikeConfig.remoteId,
    "ipsecConfig.ipsecEncAlg": ipsecConfig.ipsecEncAlg,
    "ipsecConfig.ipsecAuthAlg": ipsecConfig.ipsecAuthAlg,
    "ipsecConfig.ipsecPfs": ipsecConfig.ipsecPfs,
    "ipsecConfig.ipsecLifetime": ipsecConfig.ipsecLifetime,
    "bgpConfig.enableBgp": bgpConfig?.enableBgp,
    "bgpConfig.localAsn": bgpConfig?.localAsn,
    "bgpConfig.peerAsn": bgpConfig?.peerAsn,
    "bgpConfig.localBgpIp": bgpConfig?.localBgpIp,
    "bgpConfig.peerBgpIp": bgpConfig?.peerBgpIp,
    "bgpConfig.tunnelCidr": bgpConfig?.tunnelCidr,
  });
}

type Value = string | number | boolean | null | undefined;

const textOf = (value: Value) => (value === undefined || value === null ? null : String(value));

function textsOf(fields: Record<string, Value>): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, textOf(value)]));
}

/** What has changed in the configuration, by part; parts that have come or gone are left out. */
export function configChanges(
  before: VpnConnection | string,
  after: VpnConnection,
): Map<string, FieldChange[]> {
  const changes = new Map<string, FieldChange[]>();
  if (before === after) return changes;
  const old = typeof before === "string" ? configFrom(before) : configOf(before);
  for (const [part, fields] of Object.entries(configOf(after))) {
    const known = old[part];
    if (known === undefined) continue;
    const changed = Object.entries(fields).flatMap(([field, value]): FieldChange[] => {
      const last = known[field];
      // A field that an older program did not keep has not changed.
      if (last === undefined || last === value) return [];
      return [{ field, before: last, after: value }];
    });
    if (changed.length > 0) changes.set(part, changed);
  }
  if (typeof before === "string") return changes;
  for (const [index, tunnel] of after.tunnels.entries()) {
    const part = partOf(tunnel, index);
    const known = before.tunnels.find((one, place) => partOf(one, place) === part);
    if (known === undefined) continue;
    const secrets = changedSecrets(known, tunnel);
    if (secrets.length > 0) changes.set(part, [...(changes.get(part) ?? []), ...secrets]);
  }
  return changes;
}

function changedSecrets(before: VpnTunnel, after: VpnTunnel): FieldChange[] {
  const pairs: [string, SecretPresence | undefined, SecretPresence | undefined][] = [
    ["ikeConfig.psk", before.ikeConfig.psk, after.ikeConfig.psk],
    ["bgpConfig.authKey", before.bgpConfig?.authKey, after.bgpConfig?.authKey],
    ["remoteCaCertificate", before.remoteCaCertificate, after.remoteCaCertificate],
  ];
  return pairs
    .filter(([, one, other]) => !areSameSecrets(one, other))
    .map(([field]) => ({ field, before: null, after: "changed" }));
}

/** Written by this file, or by an older version of it. */
export function configFrom(text: string): Config {
  const config: Config = JSON.parse(text);
  return config;
}
