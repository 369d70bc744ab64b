import { cleanupLines } from "@/lib/vpn/peer-config/cleanup";
import { cleanupCommands } from "@/lib/vpn/peer-config/fortigate/cleanup";
import { ENCRYPTIONS, INTEGRITIES } from "@/lib/vpn/peer-config/algorithms";
import { addressLines } from "@/lib/vpn/peer-config/fortigate/addresses";
import { LIFETIMES } from "@/lib/vpn/peer-config/fortigate/lifetimes";
import { phase1Lines } from "@/lib/vpn/peer-config/fortigate/phase1";
import { phase2Lines } from "@/lib/vpn/peer-config/fortigate/phase2";
import { policyLines } from "@/lib/vpn/peer-config/fortigate/policies";
import { bgpLines, interfaceLines, routeLines } from "@/lib/vpn/peer-config/fortigate/routing";
import type { Generator, VendorLimits, Written } from "@/lib/vpn/peer-config/generator";
import { lineNotes, placeholdersOfDevice } from "@/lib/vpn/peer-config/outside-interfaces";
import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import { hashComments, textOf } from "@/lib/vpn/peer-config/text-blocks";
import { lifetimeNotes, sessionsOf } from "@/lib/vpn/peer-config/vendor-parts";

/**
 * FortiOS CLI reference, `config vpn ipsec phase1-interface` and `phase2-interface`
 * (https://docs.fortinet.com/document/fortigate/7.0.3/cli-reference/372620); words and ranges as in Fortinet's
 * own Ansible modules (https://github.com/fortinet-ansible-dev/ansible-galaxy-fortios-collection). DH group 24
 * is in neither.
 */
const LIMITS: VendorLimits = {
  encryptions: ENCRYPTIONS,
  integrities: INTEGRITIES,
  groups: ["group1", "group2", "group5", "group14"],
  ikeVersions: [1, 2],
  aggressiveMode: true,
  ipv6: true,
  interfaceSelectors: true,
};

/** Each tunnel is an interface, for connections with CIDRs too: FortiOS advises against its policy-based mode. */
export const FORTIGATE: Generator = { limits: LIMITS, write };

function write(model: PeerModel): Written {
  const commands = [
    ...addressLines(model),
    ...phase1Lines(model),
    ...phase2Lines(model),
    ...interfaceLines(model),
    ...policyLines(model),
    ...routeLines(model),
    ...bgpLines(model),
  ];
  const lines = [
    ...hashComments(model.header),
    "# In a key a backslash stands before each quotation mark and each backslash. A question mark is typed after Ctrl-V.",
    ...commands,
    ...cleanupLines("#", cleanupCommands(commands)),
  ];
  return {
    files: [{ name: `${model.objectName}-fortigate.txt`, text: textOf(lines) }],
    placeholders: placeholdersOfDevice(model),
    notes: [
      { note: "permitTraffic", values: {} },
      ...lineNotes(model),
      ...(sessionsOf(model).length > 0 ? [{ note: "oneBgpProcess" as const, values: {} }] : []),
      ...lifetimeNotes(model, () => LIFETIMES),
    ],
  };
}
