import type { PeerTunnel } from "@/lib/vpn/peer-config/peer-model";

/** `sa duration` of an IKE proposal, of an IKEv2 profile, and of IPsec with `time-based`. */
export function LIFETIMES({ ike }: PeerTunnel) {
  return {
    ike: ike.version === 1 ? { min: 60, max: 604_800 } : { min: 120, max: 86_400 },
    ipsec: { min: 180, max: 604_800 },
  };
}
