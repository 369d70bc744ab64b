import { type Cidr, cidrOf, isCatchAll } from "@/lib/vpn/cidrs";
import { contains } from "@/lib/vpn/networks";
import { OVERLAP_FILTERS, type OverlapFilter, type SubnetLookUp } from "@/lib/vpn/subnet-list";
import { containersOf } from "@/lib/vpn/subnet-map";
import {
  type MappedSubnet,
  OVERLAP,
  type SubnetMap,
  type SubnetSide,
} from "@/lib/vpn/subnet-types";

export type SubnetSelection = {
  /** What the look-up finds and the filter lets through, in order. */
  subnets: MappedSubnet[];
  counts: Record<"all" | OverlapFilter, number>;
  lookUp: SubnetLookUp | null;
};

/** What is asked for: networks that contain or are contained in one, and that meet others. */
export function selectSubnets(
  map: SubnetMap,
  { q, overlap }: { q: string | null; overlap: OverlapFilter | null },
): SubnetSelection {
  const wanted = q === null ? null : cidrOf(q);
  const path = wanted === null ? [] : pathTo(map.subnets, wanted);
  const found = wanted === null ? map.subnets : foundBy(map.subnets, wanted, path);
  return {
    subnets:
      overlap === null ? found : found.filter((subnet) => (subnet.overlap & BITS[overlap]) !== 0),
    counts: countsOf(found),
    lookUp: wanted && { cidr: wanted.text, ...longestMatches(path) },
  };
}

const { remoteRemote, remoteLocal, remoteRemoteOnGateway, remoteLocalOnGateway } = OVERLAP;

/** Any of these bits is enough. */
const BITS: Record<OverlapFilter, number> = {
  any: remoteRemote | remoteLocal,
  same_gateway: remoteRemoteOnGateway | remoteLocalOnGateway,
  remote_remote: remoteRemote,
  remote_local: remoteLocal,
};

function countsOf(found: MappedSubnet[]): SubnetSelection["counts"] {
  const counts = { all: found.length, any: 0, same_gateway: 0, remote_remote: 0, remote_local: 0 };
  for (const { overlap } of found) {
    if (overlap === 0) continue;
    for (const filter of OVERLAP_FILTERS) if ((overlap & BITS[filter]) !== 0) counts[filter] += 1;
  }
  return counts;
}

/** All that contain it, widest first, itself included where it is there. */
function pathTo(subnets: MappedSubnet[], wanted: Cidr): MappedSubnet[] {
  const at = placeOf(subnets, wanted);
  const here = subnets[at];
  if (here?.key === wanted.key) return [...containersOf(here), here];
  // What stands right before it, or something around that, contains it; or nothing does.
  let last = subnets[at - 1] ?? null;
  while (last !== null && !contains(last.network, wanted.network)) last = last.parent;
  return last === null ? [] : [...containersOf(last), last];
}

/** The path, and all that the wanted network contains: they stand together. A catch-all, which says least, is last. */
function foundBy(subnets: MappedSubnet[], wanted: Cidr, path: MappedSubnet[]): MappedSubnet[] {
  const from = placeOf(subnets, wanted);
  let end = from;
  for (let one = subnets[end]; one !== undefined; one = subnets[end]) {
    if (!contains(wanted.network, one.network)) break;
    end += 1;
  }
  const around = path.filter(({ key }) => key !== wanted.key);
  return [
    ...around.filter(({ network }) => !isCatchAll(network)),
    ...subnets.slice(from, end),
    ...around.filter(({ network }) => isCatchAll(network)),
  ];
}

/** Where it stands, or would. */
function placeOf(subnets: MappedSubnet[], { key }: Cidr): number {
  let [low, high] = [0, subnets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((subnets[middle]?.key ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function longestMatches(path: MappedSubnet[]): Record<SubnetSide, string | null> {
  const longest = (side: SubnetSide) =>
    path.findLast(({ carriers }) => carriers.some((carrier) => carrier.side === side))?.text ??
    null;
  return { remote: longest("remote"), local: longest("local") };
}
