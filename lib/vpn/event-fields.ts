/** Fields of a configuration change whose words are those of the panels, by the end of their path. */
const PANEL_FIELDS = [
  "vpnGatewayId",
  "attachType",
  "attachInstanceId",
  "networkType",
  "spec",
  "tunnelBandwidth",
  "resourceGroupId",
  "state",
  "localSubnets",
  "remoteSubnets",
  "effectImmediately",
  "enableTunnelsBgp",
  "tags",
  "dip",
  "sip",
  "interval",
  "retry",
  "policy",
  "internetIp",
  "zoneNo",
  "customerGatewayId",
  "enableDpd",
  "enableNatTraversal",
  "remoteCaCertificate",
  "ikeVersion",
  "ikeMode",
  "ikeEncAlg",
  "ikeAuthAlg",
  "ikePfs",
  "ikeLifetime",
  "localId",
  "remoteId",
  "psk",
  "ipsecEncAlg",
  "ipsecAuthAlg",
  "ipsecPfs",
  "ipsecLifetime",
  "enableBgp",
  "localAsn",
  "peerAsn",
  "localBgpIp",
  "peerBgpIp",
  "tunnelCidr",
  "authKey",
] as const;

/** Panels call these by another name, or not at all. */
const OTHER_FIELDS = {
  transitRouterId: { panel: "transitRouter" },
  "healthCheck.enable": { panel: "healthEnable" },
  "bgpConfig.status": { panel: "bgpStatus" },
  name: { own: "name" },
  role: { own: "role" },
  tunnelMode: { own: "tunnelMode" },
  endTime: { own: "endTime" },
} as const;

const GROUPS = {
  ikeConfig: "ike",
  ipsecConfig: "ipsec",
  bgpConfig: "bgp",
  healthCheck: "healthCheck",
} as const;

type PanelField = (typeof PANEL_FIELDS)[number] | "transitRouter" | "healthEnable" | "bgpStatus";

/** Where the words of a field are: among those of the panels, or of events. */
export type EventField = {
  group: (typeof GROUPS)[keyof typeof GROUPS] | null;
  word: { panel: PanelField } | { own: "name" | "role" | "tunnelMode" | "endTime" };
};

/** Null for a field of another version. */
export function eventFieldOf(path: string): EventField | null {
  const [first = "", last = first] = path.split(".");
  const group = has(GROUPS, first) ? GROUPS[first] : null;
  if (has(OTHER_FIELDS, path)) return { group, word: OTHER_FIELDS[path] };
  const panel = PANEL_FIELDS.find((name) => name === last);
  return panel === undefined ? null : { group, word: { panel } };
}

/** Fields that are numbers of seconds. */
export function isInSeconds(path: string): boolean {
  return /Lifetime$|^healthCheck\.interval$/.test(path);
}

/** Fields that are moments; a value is ISO 8601. */
export function isTimeField(path: string): boolean {
  return path === "endTime";
}

function has<Known extends object>(known: Known, name: PropertyKey): name is keyof Known {
  return Object.hasOwn(known, name);
}
