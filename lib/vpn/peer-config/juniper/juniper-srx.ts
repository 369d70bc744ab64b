import { cleanupLines } from "@/lib/vpn/peer-config/cleanup";
import { cleanupCommands } from "@/lib/vpn/peer-config/juniper/cleanup";
import { DH_GROUPS, ENCRYPTIONS, INTEGRITIES } from "@/lib/vpn/peer-config/algorithms";
import type { Generator, VendorLimits, Written } from "@/lib/vpn/peer-config/generator";
import { bgpLines } from "@/lib/vpn/peer-config/juniper/bgp";
import { ikeLines } from "@/lib/vpn/peer-config/juniper/ike";
import { ipsecLines, routeLines } from "@/lib/vpn/peer-config/juniper/ipsec";
import { LIFETIMES } from "@/lib/vpn/peer-config/juniper/lifetimes";
import { placeholdersOfZones, zoneLines } from "@/lib/vpn/peer-config/juniper/zones";
import { lineNotes, placeholdersOfDevice } from "@/lib/vpn/peer-config/outside-interfaces";
import { wholeDevice } from "@/lib/vpn/peer-config/vendor-notes";
import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import type { Note } from "@/lib/vpn/peer-config/said";
import { hashComments, textOf } from "@/lib/vpn/peer-config/text-blocks";
import {
  lifetimeNotes,
  numbersOf,
  sections,
  sessionsOf,
  subnetPairs,
  TUNNEL_MSS,
} from "@/lib/vpn/peer-config/vendor-parts";

/**
 * Junos CLI Reference, proposal (Security IKE)
 * (https://www.juniper.net/documentation/us/en/software/junos/cli-reference/topics/ref/statement/security-edit-proposal.html).
 */
const LIMITS: VendorLimits = {
  encryptions: ENCRYPTIONS,
  integrities: INTEGRITIES,
  groups: DH_GROUPS,
  ikeVersions: [1, 2],
  aggressiveMode: true,
  ipv6: true,
  interfaceSelectors: true,
  // https://juniper.net/documentation/us/en/software/junos/vpn-ipsec/topics/topic-map/security-traffic-selectors-in-route-based-vpns.html
  routesSelectors: true,
};

/** Each tunnel is an interface st0.N; with CIDRs its traffic selectors decide, as in a policy-based one. */
export const JUNIPER_SRX: Generator = { limits: LIMITS, write };

function write(model: PeerModel): Written {
  const commands = sections(
    "",
    ...ikeLines(model),
    ...ipsecLines(model),
    zoneLines(model),
    routeLines(model),
    bgpLines(model),
  );
  const lines = [
    ...hashComments(model.header),
    "# Paste in configuration mode, then: commit confirmed 5",
    "# In a key a backslash stands before each quotation mark and each backslash.",
    ...commands,
    ...sections("", cleanupLines("#", cleanupCommands(model, commands))),
  ];
  return {
    files: [{ name: `${model.objectName}-junos.txt`, text: textOf(lines) }],
    placeholders: [...placeholdersOfDevice(model), ...placeholdersOfZones(model)],
    notes: notesOf(model),
  };
}

function notesOf(model: PeerModel): Note[] {
  const { isDestinationRouting } = model;
  const hasSelectors = !isDestinationRouting;
  const isPairOfSelectors = subnetPairs(model).length > 1 && hasSelectors;
  return [
    { note: "permitTraffic", values: {} },
    ...lineNotes(model),
    { note: "junosInbound", values: {} },
    wholeDevice(`security flow tcp-mss ipsec-vpn mss ${TUNNEL_MSS}`),
    { note: "numbers", values: { numbers: numbersOf(model) } },
    ...(sessionsOf(model).length > 0 ? [{ note: "oneBgpProcess" as const, values: {} }] : []),
    ...(isPairOfSelectors ? [{ note: "saPerPair" as const, values: {} }] : []),
    ...lifetimeNotes(model, () => LIFETIMES),
  ];
}
