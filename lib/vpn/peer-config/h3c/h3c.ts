import { DH_GROUPS, ENCRYPTIONS, INTEGRITIES } from "@/lib/vpn/peer-config/algorithms";
import type { Generator, VendorLimits, Written } from "@/lib/vpn/peer-config/generator";
import { ikeLines } from "@/lib/vpn/peer-config/h3c/ike";
import { policyLines, tunnelLines } from "@/lib/vpn/peer-config/h3c/ipsec";
import { LIFETIMES } from "@/lib/vpn/peer-config/h3c/lifetimes";
import { bgpLines, routeLines } from "@/lib/vpn/peer-config/h3c/routing";
import { lineNotes, placeholdersOfDevice } from "@/lib/vpn/peer-config/outside-interfaces";
import {
  ikev2PolicyNotes,
  natTraversalNotes,
  wholeInterface,
} from "@/lib/vpn/peer-config/vendor-notes";
import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import type { Note } from "@/lib/vpn/peer-config/said";
import { textOf } from "@/lib/vpn/peer-config/text-blocks";
import {
  asciiComments,
  lifetimeNotes,
  numbersOf,
  sections,
  sessionsOf,
  subnetPairs,
  TUNNEL_MSS,
} from "@/lib/vpn/peer-config/vendor-parts";

/**
 * H3C MSR Routers Command Reference, IKE commands (https://www.h3c.com/en/d_202208/1658792_294551_0.htm), and
 * Security Command Reference, IPsec, IKE and IKEv2 commands
 * (http://www.h3c.com/en/d_202204/1588749_294551_0.htm). An IPsec profile, which protects a tunnel interface,
 * has no ACL: it negotiates 0.0.0.0/0 on both sides.
 */
const LIMITS: VendorLimits = {
  encryptions: ENCRYPTIONS,
  integrities: INTEGRITIES,
  groups: DH_GROUPS,
  ikeVersions: [1, 2],
  aggressiveMode: true,
  ipv6: false,
  interfaceSelectors: false,
};

export const H3C: Generator = { limits: LIMITS, write };

function write(model: PeerModel): Written {
  const isRouted = model.routing === "route";
  const lines = [
    ...asciiComments("#", model.header),
    "# Paste in system view. A question mark in a key would call for help: choose keys without one, on both ends.",
    ...sections(
      "#",
      ...ikeLines(model),
      ...(isRouted ? tunnelLines(model) : policyLines(model)),
      ...(isRouted ? [routeLines(model), ...bgpLines(model)] : []),
    ),
  ];
  return {
    files: [{ name: `${model.objectName}-comware.txt`, text: textOf(lines) }],
    placeholders: placeholdersOfDevice(model),
    notes: notesOf(model),
  };
}

function notesOf(model: PeerModel): Note[] {
  const isPolicy = model.routing === "policy";
  const numbers = numbersOf(model);
  return [
    { note: "permitTraffic", values: {} },
    ...lineNotes(model),
    ...ikev2PolicyNotes(model),
    ...natTraversalNotes(model),
    ...(isPolicy ? [wholeInterface(`tcp mss ${TUNNEL_MSS}`)] : []),
    { note: "numbers", values: { numbers } },
    ...(isPolicy ? [{ note: "oneMap" as const, values: { what: "IPsec policy" } }] : []),
    ...(subnetPairs(model).length > 1 ? [{ note: "saPerPair" as const, values: {} }] : []),
    ...(sessionsOf(model).length > 0 ? [{ note: "oneBgpProcess" as const, values: {} }] : []),
    ...lifetimeNotes(model, LIFETIMES),
  ];
}
