import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";

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

/**
 * An ISAKMP policy matches where the other end's lifetime is less than or equal to its own (Cisco IOS XR
 * configuration guide for the CRS-1, IKE Peer Agreement for Matching Policies,
 * https://www.easymanua.ls/cisco/crs-1-carrier-routing-system-router/manual/514919?p=115): a shorter one would
 * refuse what Alibaba begins.
 */
export function withIsakmpLifetimes(model: PeerModel): PeerModel {
  const tunnels = model.tunnels.map((tunnel): PeerTunnel => {
    const { ike } = tunnel;
    return ike.version === 2
      ? tunnel
      : { ...tunnel, ike: { ...ike, lifetimeSeconds: ike.remoteLifetimeSeconds } };
  });
  return { ...model, tunnels };
}
