import { isCatchAll } from "@/lib/vpn/cidrs";
import { contains } from "@/lib/vpn/networks";
import type { Carrier, MappedSubnet } from "@/lib/vpn/subnet-types";
import type { VpnConnection } from "@/lib/vpn/types";

/** Who has networks here: whether none, one or several connections on the remote side, and any on the local one. */
type Seen = { remote: VpnConnection | null; hasManyRemote: boolean; hasLocal: boolean };

/** A network that the following ones may lie within. */
type Open = {
  subnet: MappedSubnet;
  own: Seen;
  /** It and what contains it. */
  above: Seen;
  /** What it contains, so far. */
  below: Seen;
};

/** Carriers between two yields. */
const PORTION = 500;

/**
 * Marks the networks that meet others, in one pass along the trees, which are in order. Catch-alls meet
 * everything, so they are left out.
 */
export function* markOverlaps(subnets: MappedSubnet[]): Generator<void, void> {
  const specific = subnets.filter(({ network }) => !isCatchAll(network));
  yield* markWithin(specific, () => "", false);
  yield* markWithin(specific, gatewayOf, true);
}

/** What decides where a packet goes, as far as the API tells it. */
function gatewayOf({ connection }: Carrier): string {
  return connection.vpnGatewayId ?? connection.transitRouterId ?? connection.vpnConnectionId;
}

function* markWithin(
  subnets: MappedSubnet[],
  groupOf: (carrier: Carrier) => string,
  sameGateway: boolean,
): Generator<void, void> {
  const opened = new Map<string, Open[]>();
  let steps = 0;
  for (const subnet of subnets) {
    for (const [group, own] of seenByGroup(subnet.carriers, groupOf)) {
      const open = opened.get(group) ?? [];
      opened.set(group, open);
      closeBefore(open, subnet, sameGateway);
      const above = both(open.at(-1)?.above ?? NOTHING, own);
      open.push({ subnet, own, above, below: NOTHING });
    }
    steps += subnet.carriers.length;
    if (steps < PORTION) continue;
    steps = 0;
    yield;
  }
  for (const open of opened.values()) closeBefore(open, null, sameGateway);
}

/** Ends those that do not contain the network; with null, all. */
function closeBefore(open: Open[], subnet: MappedSubnet | null, sameGateway: boolean): void {
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    if (subnet !== null && contains(last.subnet.network, subnet.network)) return;
    open.pop();
    mark(last, sameGateway);
    const around = open.at(-1);
    if (around !== undefined) around.below = both(around.below, both(last.own, last.below));
  }
}

function mark({ subnet, own, above, below }: Open, sameGateway: boolean): void {
  const all = both(above, below);
  const hasRemote = own.remote !== null;
  if (hasRemote && all.hasManyRemote) subnet.overlaps.set("remote_remote", { sameGateway });
  if ((hasRemote && all.hasLocal) || (own.hasLocal && all.remote !== null)) {
    subnet.overlaps.set("remote_local", { sameGateway });
  }
}

const NOTHING: Seen = { remote: null, hasManyRemote: false, hasLocal: false };

function both(one: Seen, other: Seen): Seen {
  const isAnother = one.remote !== null && other.remote !== null && one.remote !== other.remote;
  return {
    remote: one.remote ?? other.remote,
    hasManyRemote: one.hasManyRemote || other.hasManyRemote || isAnother,
    hasLocal: one.hasLocal || other.hasLocal,
  };
}

function seenByGroup(carriers: Carrier[], groupOf: (carrier: Carrier) => string) {
  const groups = new Map<string, Seen>();
  for (const carrier of carriers) {
    const { connection, side } = carrier;
    const group = groupOf(carrier);
    const own: Seen =
      side === "remote" ? { ...NOTHING, remote: connection } : { ...NOTHING, hasLocal: true };
    groups.set(group, both(groups.get(group) ?? NOTHING, own));
  }
  return groups;
}
