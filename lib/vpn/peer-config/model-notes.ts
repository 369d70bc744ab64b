import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import { commentText } from "@/lib/vpn/peer-config/safe-text";
import type { Note, NoteKey, Values } from "@/lib/vpn/peer-config/said";
import type { VpnConnection } from "@/lib/vpn/types";

type Holding = [boolean, NoteKey, Values];

/** A device finds the key, and often the whole profile, by the other end's identity. */
function identityNotes([first, second]: PeerTunnel[]): Holding[] {
  if (first === undefined || second === undefined) return [];
  const { identity } = first.remote;
  const { type, value } = second.remote.identity;
  const isSame = identity.type === type && identity.value === value;
  return [[isSame, "sameIdentities", { identity: value }]];
}

/** What holds for every vendor, what to do first at first. */
export function modelNotes(model: Omit<PeerModel, "notes">, connection: VpnConnection): Note[] {
  const { tunnels, placeholders, isImmediate, isDestinationRouting } = model;
  const hasBgp = tunnels.some(({ bgp }) => bgp !== null);
  const [first = 1, second = 2] = tunnels
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ number }) => number);
  const isOfTransitRouter = connection.transitRouterId !== null || connection.attachType === "CEN";
  const lifetimes = tunnels.some(({ ike, ipsec }) =>
    [ike, ipsec].some(({ lifetimeSeconds }) => lifetimeSeconds !== null),
  );
  const absent = tunnels.flatMap(({ number, ike, ipsec }) =>
    [ike, ipsec].map(({ lifetimeSeconds }, index): Holding => {
      const values = { tunnel: number, phase: index + 1 };
      return [lifetimeSeconds === null, "lifetimeAbsent", values];
    }),
  );
  const hasUnsafeId = placeholders.some(
    ({ meaning }) => meaning === "localId" || meaning === "remoteId",
  );
  const isReplaced = [connection.name, connection.vpnConnectionId].some(
    (text) => commentText(text) !== text,
  );
  const all: Holding[] = [
    [true, "keyByHand", {}],
    [true, "bothEnds", {}],
    [true, "directions", {}],
    [tunnels.length > 1, "pair", { first, second }],
    [isOfTransitRouter, "transitRouter", {}],
    [!isImmediate, "idle", {}],
    [lifetimes, "lifetimes", {}],
    ...absent,
    [tunnels.some(({ local }) => local.isBehindNat), "nat", {}],
    [tunnels.some(({ natTraversal }) => natTraversal === false), "natTraversalOff", {}],
    [isDestinationRouting && !hasBgp, "defaultRoute", {}],
    [hasBgp, "bgp", {}],
    [hasBgp, "bgpAnnounced", {}],
    ...identityNotes(tunnels),
    [hasUnsafeId, "identityReplaced", {}],
    [isReplaced, "textReplaced", {}],
  ];
  return all.flatMap(([holds, note, values]) => (holds ? [{ note, values }] : []));
}
