import type { BgpConfig, VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** BGP of a tunnel, or null where it is not in use: a status alone does not make a session. */
export function bgpInUse(
  { enableTunnelsBgp }: VpnConnection,
  { bgpConfig }: VpnTunnel,
): BgpConfig | null {
  if (bgpConfig === null || bgpConfig.enableBgp === false || enableTunnelsBgp === false)
    return null;
  const { enableBgp, localAsn, peerAsn, localBgpIp, peerBgpIp, tunnelCidr } = bgpConfig;
  const isConfigured =
    enableBgp === true ||
    localAsn !== null ||
    peerAsn !== null ||
    localBgpIp !== null ||
    peerBgpIp !== null ||
    tunnelCidr !== null;
  return isConfigured ? bgpConfig : null;
}
