import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import { commentText } from "@/lib/vpn/peer-config/safe-text";

/** Comments are English whatever the reader's language: configurations are, too. */
export function headerOf({ connection, findings }: PeerConfigInput): string[] {
  const { name, vpnConnectionId, regionId } = connection;
  return [
    `IPsec-VPN connection ${commentText(vpnConnectionId)} in ${commentText(regionId)}`,
    `Name: ${commentText(name)}`,
    "For the device at the other end: local is this device, remote is Alibaba Cloud.",
    "Written by Tunnelboard without the pre-shared key. Fill in every REPLACE mark.",
    ...findings.map(({ rule, severity, title }) =>
      ["Finding", severity, rule, title].map(commentText).join(": "),
    ),
  ];
}
