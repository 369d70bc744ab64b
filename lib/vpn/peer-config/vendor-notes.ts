import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import type { Note } from "@/lib/vpn/peer-config/said";
import { nameOf } from "@/lib/vpn/peer-config/vendor-parts";

/** Notes that several vendors have in common. */

/** Of devices whose IKEv2 proposals stand in a policy. */
export function ikev2PolicyNotes(model: PeerModel): Note[] {
  const proposals = model.tunnels
    .filter(({ ike }) => ike.version === 2)
    .map((tunnel) => nameOf(model, tunnel));
  return proposals.length === 0
    ? []
    : [{ note: "oneIkev2Policy", values: { proposals: proposals.join(", ") } }];
}

/** Of devices that cannot switch it off for one tunnel. */
export function natTraversalNotes({ tunnels }: PeerModel): Note[] {
  const isOff = tunnels.some(({ natTraversal }) => natTraversal === false);
  return isOff ? [{ note: "natTraversalAutomatic", values: {} }] : [];
}

export const wholeDevice = (setting: string): Note => {
  return { note: "wholeDevice", values: { setting } };
};

export const wholeInterface = (setting: string): Note => {
  return { note: "wholeInterface", values: { setting } };
};
