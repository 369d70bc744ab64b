import { cleanupLines } from "@/lib/vpn/peer-config/cleanup";
import { cleanupCommands } from "@/lib/vpn/peer-config/vyos/cleanup";
import { DH_GROUPS, INTEGRITIES } from "@/lib/vpn/peer-config/algorithms";
import type { Generator, VendorLimits, Written } from "@/lib/vpn/peer-config/generator";
import { lineNotes, placeholdersOfDevice } from "@/lib/vpn/peer-config/outside-interfaces";
import { natTraversalNotes, wholeDevice, wholeInterface } from "@/lib/vpn/peer-config/vendor-notes";
import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import type { Note } from "@/lib/vpn/peer-config/said";
import { hashComments, textOf } from "@/lib/vpn/peer-config/text-blocks";
import {
  lifetimeNotes,
  numbersOf,
  sections,
  sessionsOf,
  TUNNEL_MSS,
} from "@/lib/vpn/peer-config/vendor-parts";
import { bgpLines } from "@/lib/vpn/peer-config/vyos/bgp";
import { groupLines } from "@/lib/vpn/peer-config/vyos/groups";
import { insideLines, interfaceLines, routeLines } from "@/lib/vpn/peer-config/vyos/interfaces";
import { LIFETIMES } from "@/lib/vpn/peer-config/vyos/lifetimes";
import { peerLines, placeholdersOfSources } from "@/lib/vpn/peer-config/vyos/peers";

/**
 * VyOS documentation, Site-to-Site
 * (https://docs.vyos.io/en/latest/configuration/vpn/site2site_ipsec.html); words and ranges as in its own
 * definition of the commands (https://github.com/vyos/vyos-1x, interface-definitions/vpn_ipsec.xml.in). It
 * has no plain DES.
 */
const LIMITS: VendorLimits = {
  encryptions: ["3des", "aes", "aes192", "aes256"],
  integrities: INTEGRITIES,
  groups: DH_GROUPS,
  ikeVersions: [1, 2],
  aggressiveMode: true,
  ipv6: true,
  interfaceSelectors: true,
};

export const VYOS: Generator = { limits: LIMITS, write };

function write(model: PeerModel): Written {
  const isRouted = model.routing === "route";
  const commands = sections(
    "",
    groupLines(model),
    isRouted ? interfaceLines(model) : insideLines(),
    ...peerLines(model),
    isRouted ? routeLines(model) : [],
    bgpLines(model),
  );
  const lines = [
    ...hashComments(model.header),
    "# Paste in configuration mode, then: commit-confirm 5, confirm, save",
    "# VyOS takes no quotation mark in a key, single or double: choose keys without. A question mark is typed after Ctrl-V.",
    ...commands,
    ...sections("", cleanupLines("#", cleanupCommands(commands))),
  ];
  return {
    files: [{ name: `${model.objectName}-vyos.txt`, text: textOf(lines) }],
    placeholders: [...placeholdersOfDevice(model), ...placeholdersOfSources(model)],
    notes: notesOf(model),
  };
}

function notesOf(model: PeerModel): Note[] {
  const numbers = numbersOf(model);
  return [
    { note: "permitTraffic", values: {} },
    ...lineNotes(model),
    ...natTraversalNotes(model),
    model.routing === "route"
      ? wholeDevice("vpn ipsec options disable-route-autoinstall")
      : wholeInterface(`ip adjust-mss ${TUNNEL_MSS}`),
    ...(model.routing === "route" ? [{ note: "numbers" as const, values: { numbers } }] : []),
    ...(sessionsOf(model).length > 0 ? [{ note: "oneBgpProcess" as const, values: {} }] : []),
    ...lifetimeNotes(model, () => LIFETIMES),
  ];
}
