import { isCatchAll } from "@/lib/vpn/cidrs";
import { contains } from "@/lib/vpn/networks";
import { type Carrier, type MappedSubnet, OVERLAP } from "@/lib/vpn/subnet-types";
import type { VpnConnection } from "@/lib/vpn/types";

/** Who has networks here: no, one or several connections on the remote side, and any on the local one. */
type Seen = { remote: VpnConnection | "several" | null; hasLocal: boolean };

const NOTHING: Seen = { remote: null, hasLocal: false };

/** A network that the following ones may lie within. */
type Open = {
  subnet: MappedSubnet;
  own: Seen;
  /** It and what contains it. */
  above: Seen;
  /** What it contains, so far. */
  below: Seen;
};

/** What is written on a network for each kind. */
type Marks = { remoteRemote: number; remoteLocal: number };

const ANYWHERE: Marks = { remoteRemote: OVERLAP.remoteRemote, remoteLocal: OVERLAP.remoteLocal };
const ON_A_GATEWAY: Marks = {
  remoteRemote: OVERLAP.remoteRemoteOnGateway,
  remoteLocal: OVERLAP.remoteLocalOnGateway,
};

/** Steps between two yields. */
const PORTION = 50;

/**
 * Marks the networks that meet others, in one pass along the trees, which are in order, and in another for
 * each gateway. Catch-alls meet everything, so they are left out.
 */
export function* markOverlaps(subnets: MappedSubnet[]): Generator<void, void> {
  const specific = subnets.filter(({ network }) => !isCatchAll(network));
  yield* markWithin(specific, () => "", ANYWHERE);
  // What meets nothing anywhere meets nothing on its gateway.
  const meeting = specific.filter(({ overlap }) => overlap !== 0);
  yield* markWithin(meeting, gatewayOf, ON_A_GATEWAY);
}

/** What decides where a packet goes, as far as the API tells it. */
function gatewayOf({ connection }: Carrier): string {
  return connection.vpnGatewayId ?? connection.transitRouterId ?? connection.vpnConnectionId;
}

function* markWithin(
  subnets: MappedSubnet[],
  groupOf: (carrier: Carrier) => string,
  marks: Marks,
): Generator<void, void> {
  const opened = new Map<string, Open[]>();
  let steps = 0;
  for (const subnet of subnets) {
    for (const [group, own] of seenByGroup(subnet.carriers, groupOf)) {
      const open = opened.get(group) ?? [];
      opened.set(group, open);
      closeBefore(open, subnet, marks);
      const above = both(open.at(-1)?.above ?? NOTHING, own);
      open.push({ subnet, own, above, below: NOTHING });
    }
    steps += subnet.carriers.length;
    if (steps < PORTION) continue;
    steps = 0;
    yield;
  }
  for (const open of opened.values()) {
    closeBefore(open, null, marks);
    steps += 1;
    if (steps % PORTION === 0) yield;
  }
}

/** Ends those that do not contain the network; with null, all. */
function closeBefore(open: Open[], subnet: MappedSubnet | null, marks: Marks): void {
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    if (subnet !== null && contains(last.subnet.network, subnet.network)) return;
    open.pop();
    mark(last, marks);
    const around = open.at(-1);
    if (around !== undefined) around.below = both(around.below, both(last.own, last.below));
  }
}

function mark({ subnet, own, above, below }: Open, marks: Marks): void {
  const all = both(above, below);
  const hasRemote = own.remote !== null;
  if (hasRemote && all.remote === "several") subnet.overlap |= marks.remoteRemote;
  if ((hasRemote && all.hasLocal) || (own.hasLocal && all.remote !== null)) {
    subnet.overlap |= marks.remoteLocal;
  }
}

function both(one: Seen, other: Seen): Seen {
  if (one === NOTHING) return other;
  if (other === NOTHING) return one;
  const isAnother = one.remote !== null && other.remote !== null && one.remote !== other.remote;
  return {
    remote: isAnother ? "several" : (one.remote ?? other.remote),
    hasLocal: one.hasLocal || other.hasLocal,
  };
}

function seenByGroup(carriers: Carrier[], groupOf: (carrier: Carrier) => string) {
  const groups = new Map<string, Seen>();
  for (const carrier of carriers) {
    const { connection, side } = carrier;
    const own = side === "remote" ? { remote: connection, hasLocal: false } : ONLY_LOCAL;
    const group = groupOf(carrier);
    groups.set(group, both(groups.get(group) ?? NOTHING, own));
  }
  return groups;
}

const ONLY_LOCAL: Seen = { remote: null, hasLocal: true };
