import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import { commentText } from "@/lib/vpn/peer-config/safe-text";
import type { Note, NoteKey, Values } from "@/lib/vpn/peer-config/said";
import type { VpnConnection } from "@/lib/vpn/types";

/** What holds for every vendor, what to do first at first. */
export function modelNotes(model: Omit<PeerModel, "notes">, connection: VpnConnection): Note[] {
  const { tunnels, placeholders, isImmediate, isDestinationRouting } = model;
  const hasBgp = tunnels.some(({ bgp }) => bgp !== null);
  const [first = 1, second = 2] = tunnels
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ number }) => number);
  const isOfTransitRouter = connection.transitRouterId !== null || connection.attachType === "CEN";
  const lifetimes = tunnels.some(
    ({ ike, ipsec }) => (ike.lifetimeSeconds ?? ipsec.lifetimeSeconds) !== null,
  );
  const hasUnsafeId = placeholders.some(
    ({ meaning }) => meaning === "localId" || meaning === "remoteId",
  );
  const isReplaced = [connection.name, connection.vpnConnectionId].some(
    (text) => commentText(text) !== text,
  );
  const all: [boolean, NoteKey, Values][] = [
    [true, "keyByHand", {}],
    [true, "bothEnds", {}],
    [true, "directions", {}],
    [tunnels.length > 1, "pair", { first, second }],
    [isOfTransitRouter, "transitRouter", {}],
    [!isImmediate, "idle", {}],
    [lifetimes, "lifetimes", {}],
    [tunnels.some(({ local }) => local.isBehindNat), "nat", {}],
    [tunnels.some(({ natTraversal }) => natTraversal === false), "natTraversalOff", {}],
    [isDestinationRouting && !hasBgp, "defaultRoute", {}],
    [hasBgp, "bgp", {}],
    [hasBgp && !isDestinationRouting, "bgpSelectors", {}],
    [hasUnsafeId, "identityReplaced", {}],
    [isReplaced, "textReplaced", {}],
  ];
  return all.flatMap(([holds, note, values]) => (holds ? [{ note, values }] : []));
}
