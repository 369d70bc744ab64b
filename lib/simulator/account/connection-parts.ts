import type { Vpc } from "./addresses";
import type { Plan } from "./plan";
import type { Site } from "./site";
import type { IkeConfig, IpsecConfig, Lifetime, Tag } from "./wire";

type Peers = { localId: string; remoteId: string };

export function ikeConfig<L extends Lifetime>(
  site: Site,
  { algorithms, kind }: Plan,
  { localId, remoteId }: Peers,
  lifetime: L,
): IkeConfig<L> {
  const psk = site.psk();
  return {
    IkeVersion: algorithms.ikeVersion,
    IkeMode: algorithms.ikeMode,
    IkeEncAlg: algorithms.encryption,
    IkeAuthAlg: algorithms.authentication,
    IkePfs: algorithms.group,
    IkeLifetime: lifetime,
    LocalId: localId,
    RemoteId: remoteId,
    // SM gateways authenticate by certificate.
    ...(kind === "shang-mi" ? {} : { Psk: psk }),
  };
}

export function ipsecConfig<L extends Lifetime>({ algorithms }: Plan, lifetime: L): IpsecConfig<L> {
  return {
    IpsecEncAlg: algorithms.encryption,
    IpsecAuthAlg: algorithms.authentication,
    IpsecPfs: algorithms.ipsecGroup,
    IpsecLifetime: lifetime,
  };
}

/** CIDR blocks joined by commas; 0.0.0.0/0 on both sides stands for routing by destination. */
export function subnets({ random, addresses }: Site, plan: Plan, vpc: Vpc) {
  if (plan.subnets === "any") return { LocalSubnet: "0.0.0.0/0", RemoteSubnet: "0.0.0.0/0" };
  const count = plan.subnets === "many" ? 10 : random.integer(1, 3);
  const remote = new Set<string>();
  while (remote.size < count) remote.add(addresses.remoteNetwork());
  let local = vpc.quarters(count);
  if (plan.subnets === "many") local = vpc.sixteenths(count);
  else if (random.chance(0.5)) local = [vpc.whole];
  return { LocalSubnet: local.join(","), RemoteSubnet: [...remote].join(",") };
}

const tagChoices: readonly (readonly [string, readonly string[]])[] = [
  ["env", ["prod", "staging", "dev", "dr"]],
  ["team", ["network", "platform", "sap-basis", "security"]],
  ["CostCenter", ["4711", "1200", "8830"]],
  ["部门", ["财务", "生产", "研发", "信息"]],
  ["acme:managed-by", ["terraform", "ros", ""]],
  ["criticality", ["high", "medium", "low"]],
];

export function drawTags({ random }: Site): Tag[] {
  const count = random.weighted([
    [0, 45],
    [1, 15],
    [2, 20],
    [3, 12],
    [4, 8],
  ]);
  const chosen = random.shuffle(tagChoices).slice(0, count);
  return chosen.map(([Key, values]) => ({ Key, Value: random.pick(values) }));
}

/** Under Tag in the list of connections, where gateways say Tags. */
export function tags(site: Site): { Tag?: { Tag: Tag[] } } {
  const drawn = drawTags(site);
  return drawn.length === 0 ? {} : { Tag: { Tag: drawn } };
}

/** Alibaba's own default AS number, or one for private use. */
export function localAsn({ random }: Site): number {
  return random.chance(0.8) ? 45_104 : random.integer(64_512, 65_534);
}
