import { type Cidr, cidrOf } from "@/lib/vpn/cidrs";
import { contains } from "@/lib/vpn/networks";
import { sortedTexts } from "@/lib/vpn/sorted-texts";
import { markOverlaps } from "@/lib/vpn/subnet-overlaps";
import type { Carrier, MappedSubnet, SubnetMap } from "@/lib/vpn/subnet-types";
import type { VpnConnection } from "@/lib/vpn/types";

/** Steps between two yields. */
const PORTION = 50;

/**
 * All networks of these connections in n log n steps, with a yield after each portion of the work: whoever
 * runs it decides how much is done before others are answered.
 */
export function* mapSubnets(connections: readonly VpnConnection[]): Generator<void, SubnetMap> {
  const { byKey, unreadable } = yield* collect(connections);
  const keys = yield* sortedTexts([...byKey.keys()]);
  const subnets = yield* nest(keys, byKey);
  yield* markOverlaps(subnets);
  return { subnets, unreadable };
}

function* collect(connections: readonly VpnConnection[]) {
  /** Most CIDRs are spelled in one way wherever they are. */
  const byText = new Map<string, MappedSubnet | null>();
  const byKey = new Map<string, MappedSubnet>();
  const unreadable: Carrier[] = [];
  const subnetOf = (text: string) => {
    const known = byText.get(text);
    if (known !== undefined) return known;
    const cidr = cidrOf(text);
    const subnet = cidr && (byKey.get(cidr.key) ?? emptySubnet(cidr));
    if (subnet !== null) byKey.set(subnet.key, subnet);
    byText.set(text, subnet);
    return subnet;
  };
  for (const [index, connection] of connections.entries()) {
    for (const [side, texts] of sidesOf(connection)) {
      for (const text of texts) add(subnetOf(text), { connection, side, subnet: text }, unreadable);
    }
    if (index % PORTION === 0) yield;
  }
  return { byKey, unreadable };
}

const sidesOf = ({ remoteSubnets, localSubnets }: VpnConnection) =>
  [
    ["remote", remoteSubnets],
    ["local", localSubnets],
  ] as const;

function emptySubnet(cidr: Cidr): MappedSubnet {
  const { text, network, key } = cidr;
  return { text, network, key, carriers: [], parent: null, containsCount: 0, overlap: 0 };
}

function add(subnet: MappedSubnet | null, carrier: Carrier, unreadable: Carrier[]): void {
  if (subnet === null) return void unreadable.push(carrier);
  const last = subnet.carriers.at(-1);
  // The same network in another spelling.
  if (last?.connection === carrier.connection && last.side === carrier.side) return;
  subnet.carriers.push(carrier);
}

/** In order, each lies within the last one before it that contains it. */
function* nest(keys: string[], byKey: Map<string, MappedSubnet>) {
  const subnets: MappedSubnet[] = [];
  const open: MappedSubnet[] = [];
  const close = () => {
    const closed = open.pop();
    const around = open.at(-1);
    if (closed !== undefined && around !== undefined) {
      around.containsCount += closed.containsCount + 1;
    }
  };
  for (const key of keys) {
    const subnet = byKey.get(key);
    if (subnet === undefined) continue;
    while (isApart(open.at(-1), subnet)) close();
    subnet.parent = open.at(-1) ?? null;
    open.push(subnet);
    subnets.push(subnet);
    if (subnets.length % PORTION === 0) yield;
  }
  while (open.length > 0) close();
  return subnets;
}

function isApart(last: MappedSubnet | undefined, subnet: MappedSubnet): boolean {
  return last !== undefined && !contains(last.network, subnet.network);
}

/** What contains it, widest first. */
export function containersOf(subnet: MappedSubnet): MappedSubnet[] {
  const containers: MappedSubnet[] = [];
  for (let one = subnet.parent; one !== null; one = one.parent) containers.unshift(one);
  return containers;
}
