import { isReported } from "@/lib/vpn/reported";
import type {
  BgpConfig,
  HealthCheck,
  OddValue,
  SecretPresence,
  VpnConnection,
  VpnTunnel,
} from "@/lib/vpn/types";

export type FieldGroup = "connection" | "healthCheck" | "tunnel" | "ike" | "ipsec" | "bgp";

type Value = string | number | boolean | string[] | null | undefined;

type Fields<Subject> = Record<string, (subject: Subject) => Value>;

type Group<Subject> = {
  /** What somebody has chosen, and what two connections could have in common. */
  settings: Fields<Subject>;
  /** Identities, addresses, zones and states, which differ between any two. */
  byNature: Fields<Subject>;
};

/** By the names of the panels. What two connections cannot share at all, such as their ids, is left out. */
const CONNECTION: Group<VpnConnection> = {
  settings: {
    tunnelMode: (one) => one.tunnelMode,
    effectImmediately: (one) => one.effectImmediately,
    attachType: (one) => one.attachType,
    networkType: (one) => one.networkType,
    spec: (one) => one.spec,
    tunnelBandwidth: (one) => one.tunnelBandwidth,
    crossAccountAuthorized: (one) => one.crossAccountAuthorized,
    enableTunnelsBgp: (one) => one.enableTunnelsBgp,
  },
  byNature: {
    vpnGatewayId: (one) => one.vpnGatewayId,
    transitRouter: (one) => one.transitRouterId,
    customerGatewayIds: (one) => one.customerGatewayIds,
    internetIp: (one) => one.internetIp,
    zoneNo: (one) => one.zoneNo,
    localSubnets: (one) => one.localSubnets,
    remoteSubnets: (one) => one.remoteSubnets,
    state: (one) => one.state,
    attachInstanceId: (one) => one.attachInstanceId,
    resourceGroupId: (one) => one.resourceGroupId,
    tags: (one) => one.tags.map(({ key, value }) => `${key}:${value}`),
  },
};

const HEALTH_CHECK: Group<HealthCheck> = {
  settings: {
    healthEnable: (check) => check.enable,
    interval: (check) => check.interval,
    retry: (check) => check.retry,
    policy: (check) => check.policy,
  },
  byNature: {
    healthStatus: (check) => check.status,
    dip: (check) => check.dip,
    sip: (check) => check.sip,
  },
};

const TUNNEL: Group<VpnTunnel> = {
  settings: {
    enableDpd: (tunnel) => tunnel.enableDpd,
    enableNatTraversal: (tunnel) => tunnel.enableNatTraversal,
    remoteCaCertificate: (tunnel) => presence(tunnel.remoteCaCertificate),
  },
  byNature: {
    status: (tunnel) => tunnel.rawStatus,
    tunnelState: (tunnel) => tunnel.state,
    internetIp: (tunnel) => tunnel.internetIp,
    zoneNo: (tunnel) => tunnel.zoneNo,
    customerGatewayId: (tunnel) => tunnel.customerGatewayId,
  },
};

const IKE: Group<VpnTunnel> = {
  settings: {
    ikeVersion: ({ ikeConfig }) => ikeConfig.ikeVersion,
    ikeMode: ({ ikeConfig }) => ikeConfig.ikeMode,
    ikeEncAlg: ({ ikeConfig }) => ikeConfig.ikeEncAlg,
    ikeAuthAlg: ({ ikeConfig }) => ikeConfig.ikeAuthAlg,
    ikePfs: ({ ikeConfig }) => ikeConfig.ikePfs,
    ikeLifetime: ({ ikeConfig }) => ikeConfig.ikeLifetime,
    psk: ({ ikeConfig }) => (isReported(ikeConfig) ? presence(ikeConfig.psk) : null),
  },
  byNature: {
    localId: ({ ikeConfig }) => ikeConfig.localId,
    remoteId: ({ ikeConfig }) => ikeConfig.remoteId,
  },
};

const IPSEC: Group<VpnTunnel> = {
  settings: {
    ipsecEncAlg: ({ ipsecConfig }) => ipsecConfig.ipsecEncAlg,
    ipsecAuthAlg: ({ ipsecConfig }) => ipsecConfig.ipsecAuthAlg,
    ipsecPfs: ({ ipsecConfig }) => ipsecConfig.ipsecPfs,
    ipsecLifetime: ({ ipsecConfig }) => ipsecConfig.ipsecLifetime,
  },
  byNature: {},
};

const ofBgp = (read: (config: BgpConfig) => Value) => (tunnel: VpnTunnel) =>
  tunnel.bgpConfig && read(tunnel.bgpConfig);

const BGP: Group<VpnTunnel> = {
  settings: {
    enableBgp: ofBgp((config) => config.enableBgp),
    localAsn: ofBgp((config) => config.localAsn),
    authKey: ofBgp((config) => presence(config.authKey)),
  },
  byNature: {
    bgpStatus: ofBgp((config) => config.status),
    peerAsn: ofBgp((config) => config.peerAsn),
    localBgpIp: ofBgp((config) => config.localBgpIp),
    peerBgpIp: ofBgp((config) => config.peerBgpIp),
    tunnelCidr: ofBgp((config) => config.tunnelCidr),
  },
};

/** Of a secret only whether there is one: nothing tells whether two are equal. */
const presence = ({ configured }: SecretPresence) => configured;

/** A field of what is compared; its value as text, null where it is absent or has no meaning. */
export type ComparedField<Subject> = {
  group: FieldGroup;
  field: string;
  byNature: boolean;
  read: (subject: Subject) => string | null;
};

export const COMPARED_OF_CONNECTION = [
  ...fieldsOf("connection", CONNECTION),
  ...fieldsOf("healthCheck", HEALTH_CHECK).map(
    ({ group, field, byNature, read }): ComparedField<VpnConnection> => ({
      group,
      field,
      byNature,
      read: ({ healthCheck }) => healthCheck && read(healthCheck),
    }),
  ),
];

export const COMPARED_OF_TUNNEL = [
  ...fieldsOf("tunnel", TUNNEL),
  ...fieldsOf("ike", IKE),
  ...fieldsOf("ipsec", IPSEC),
  ...fieldsOf("bgp", BGP),
];

type Subjected = { oddValues: OddValue[] };

function fieldsOf<Subject extends Subjected>(
  name: FieldGroup,
  { settings, byNature }: Group<Subject>,
): ComparedField<Subject>[] {
  const fields = (of: Fields<Subject>, isByNature: boolean) =>
    Object.entries(of).map(([field, read]) => ({
      group: name,
      field,
      byNature: isByNature,
      read: (subject: Subject) => textOf(read(subject)) ?? oddOf(subject, field),
    }));
  return [...fields(settings, false), ...fields(byNature, true)];
}

/** What the API lists has no order. */
function textOf(value: Value): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.toSorted().join(", ");
  return String(value);
}

/** A value that means nothing is still another one. */
function oddOf({ oddValues }: Subjected, name: string): string | null {
  return oddValues.find(({ field }) => field === name)?.value ?? null;
}
