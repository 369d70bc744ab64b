import type { Vendor } from "@/lib/vpn/peer-config/vendors";
import { readCisco } from "@/lib/vpn/testing/peer-config/read-cisco";
import { readComware } from "@/lib/vpn/testing/peer-config/read-comware";
import { readFortigate } from "@/lib/vpn/testing/peer-config/read-fortigate";
import { readJunos } from "@/lib/vpn/testing/peer-config/read-junos";
import { readVyos } from "@/lib/vpn/testing/peer-config/read-vyos";
import type { SeenTunnel } from "@/lib/vpn/testing/peer-config/seen";

/** Those whose configurations are read here; strongSwan's are run. */
export const READERS: [Vendor, (text: string) => SeenTunnel[]][] = [
  ["cisco-ios-xe", readCisco],
  ["fortigate", readFortigate],
  ["juniper-srx", readJunos],
  ["h3c", readComware],
  ["vyos", readVyos],
];
