import type { PeerTunnel } from "@/lib/vpn/peer-config/peer-model";

/**
 * Of an IKEv2 profile, of an ISAKMP policy, and of a crypto map, which takes less than an IPsec profile
 * (Cisco-IOS-XE-crypto of IOS XE 26.1.1; that of an ISAKMP policy is in Cisco's command reference only).
 */
export function LIFETIMES({ ike }: PeerTunnel) {
  return {
    ike: { min: ike.version === 1 ? 60 : 120, max: 86_400 },
    ipsec: { min: 120, max: 86_400 },
  };
}
