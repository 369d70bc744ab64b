import { type Network, networkOf } from "@/lib/vpn/networks";
import { keyOf } from "@/lib/vpn/prefix-map";
import type { VpnConnection } from "@/lib/vpn/types";

/** A CIDR as the API spells it, what it means, and what is the same for equal ones. */
export type Cidr = Network & { text: string; key: string | number };

type Cidrs = { local: readonly Cidr[]; remote: readonly Cidr[] };

const known = new WeakMap<VpnConnection, Cidrs>();

/** The subnets that mean something. Connections do not change, so those of each are parsed once. */
export function cidrsOf(connection: VpnConnection): Cidrs {
  const before = known.get(connection);
  if (before !== undefined) return before;
  const { localSubnets, remoteSubnets } = connection;
  const cidrs = { local: parsed(localSubnets), remote: parsed(remoteSubnets) };
  known.set(connection, cidrs);
  return cidrs;
}

function parsed(texts: readonly string[]): Cidr[] {
  return texts.map(cidrOf).filter((cidr) => cidr !== null);
}

/** Most networks are behind many connections, in one spelling: each is parsed and kept once. */
const byText = new Map<string, Cidr | null>();
const MOST_TEXTS = 20_000;

function cidrOf(text: string): Cidr | null {
  const before = byText.get(text);
  if (before !== undefined) return before;
  const network = networkOf(text);
  const cidr = network === null ? null : withKey(network, text);
  if (byText.size === MOST_TEXTS) byText.clear();
  byText.set(text, cidr);
  return cidr;
}

function withKey(network: Network, text: string): Cidr {
  const { bytes, prefixLength } = network;
  return { bytes, prefixLength, text, key: keyOf(network) };
}

/** All addresses there are: as a remote subnet it means everything else, and overlaps nothing by mistake. */
export function isCatchAll({ prefixLength }: Network): boolean {
  return prefixLength === 0;
}
