import { deleteCommands } from "@/lib/vpn/peer-config/cleanup";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";

/** The interface of IPsec, the option for routes and the AS number and networks of BGP stay: they are the device's. */
export function cleanupCommands(lines: Lines): string[] {
  return deleteCommands(lines, [
    "vpn ipsec ike-group *",
    "vpn ipsec esp-group *",
    "vpn ipsec authentication psk *",
    "vpn ipsec site-to-site peer *",
    "interfaces vti *",
    "protocols static route * interface *",
    "protocols static route6 * interface *",
    "policy route-map *",
    "policy prefix-list *",
    "protocols bgp neighbor *",
  ]);
}
