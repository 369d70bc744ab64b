import { deleteCommands } from "@/lib/vpn/peer-config/cleanup";
import { baseName } from "@/lib/vpn/peer-config/juniper/syntax";
import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";

/** IKE stays let in by the outside zone, and the size of segments and the AS number stay: they are the device's. */
export function cleanupCommands(model: PeerModel, lines: Lines): string[] {
  return deleteCommands(lines, [
    "security ike * *",
    "security ipsec * *",
    "interfaces st0 unit *",
    `security zones security-zone ${baseName(model)}-zone`,
    "security address-book global address *",
    "security policies from-zone * to-zone *",
    "routing-options static route * qualified-next-hop *",
    "routing-options rib inet6.0 static route * qualified-next-hop *",
    "policy-options policy-statement *",
    "protocols bgp group *",
  ]);
}
