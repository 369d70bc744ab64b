import { cleanupLines } from "@/lib/vpn/peer-config/cleanup";
import { cleanupCommands } from "@/lib/vpn/peer-config/cisco/cleanup";
import { bgpLines, routeLines } from "@/lib/vpn/peer-config/cisco/routing";
import { ikeLines } from "@/lib/vpn/peer-config/cisco/ike";
import { LIFETIMES, withIsakmpLifetimes } from "@/lib/vpn/peer-config/cisco/lifetimes";
import { policyLines, tunnelLines } from "@/lib/vpn/peer-config/cisco/ipsec";
import { DH_GROUPS, ENCRYPTIONS, INTEGRITIES } from "@/lib/vpn/peer-config/algorithms";
import type { Generator, VendorLimits, Written } from "@/lib/vpn/peer-config/generator";
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
 * Words and ranges are those of Cisco's own YANG model, Cisco-IOS-XE-crypto of IOS XE 26.1.1
 * (https://github.com/YangModels/yang/tree/main/vendor/cisco/xe/2611). IPv6 networks would need a tunnel
 * interface and lists of their own.
 */
const LIMITS: VendorLimits = {
  encryptions: ENCRYPTIONS,
  integrities: INTEGRITIES,
  groups: DH_GROUPS,
  ikeVersions: [1, 2],
  aggressiveMode: true,
  ipv6: false,
  interfaceSelectors: true,
};

export const CISCO_IOS_XE: Generator = { limits: LIMITS, write };

const WEAK = new Set<string>(["des", "3des", "md5", "group1", "group2", "group5", "group24"]);

function write(connection: PeerModel): Written {
  const model = withIsakmpLifetimes(connection);
  const isRouted = model.routing === "route";
  const commands = sections(
    "!",
    ...ikeLines(model),
    ...(isRouted ? tunnelLines(model) : policyLines(model)),
    ...(isRouted ? [routeLines(model), ...bgpLines(model)] : []),
  );
  const lines = [
    ...asciiComments("!", model.header),
    "! Paste in configuration mode. A question mark in a key is typed after Ctrl-V.",
    ...commands,
    ...sections("!", cleanupLines("!", cleanupCommands(commands))),
  ];
  return {
    files: [{ name: `${model.objectName}-ios-xe.txt`, text: textOf(lines) }],
    placeholders: placeholdersOfDevice(model),
    notes: notesOf(model),
  };
}

function notesOf(model: PeerModel): Note[] {
  const { tunnels, routing, isDestinationRouting } = model;
  const hasSelectors = routing === "route" && !isDestinationRouting;
  const isWeak = tunnels.some(({ ike, ipsec }) =>
    [ike.encryption, ike.integrity, ike.group, ipsec.encryption, ipsec.integrity, ipsec.pfs].some(
      (word) => word !== null && WEAK.has(word),
    ),
  );
  const hasIsakmpLifetime = tunnels.some(
    ({ ike }) => ike.version === 1 && ike.lifetimeSeconds !== null,
  );
  const interfaceIdentities = tunnels.filter(
    ({ ike, local }) => ike.version === 1 && local.identity.type === "address",
  );
  return [
    { note: "permitTraffic", values: {} },
    ...lineNotes(model),
    ...ikev2PolicyNotes(model),
    ...natTraversalNotes(model),
    ...(routing === "policy" ? [wholeInterface(`ip tcp adjust-mss ${TUNNEL_MSS}`)] : []),
    ...(routing === "policy" ? [{ note: "oneMap" as const, values: { what: "crypto map" } }] : []),
    ...(routing === "route" || tunnels.some(({ ike }) => ike.version === 1)
      ? [{ note: "numbers" as const, values: { numbers: numbersOf(model) } }]
      : []),
    ...(sessionsOf(model).length > 0 ? [{ note: "oneBgpProcess" as const, values: {} }] : []),
    ...(hasSelectors ? [{ note: "ciscoSelectors" as const, values: {} }] : []),
    ...(subnetPairs(model).length > 1 ? [{ note: "saPerPair" as const, values: {} }] : []),
    ...(isWeak ? [{ note: "ciscoWeak" as const, values: {} }] : []),
    ...interfaceIdentities.map(({ number, local }): Note => {
      return {
        note: "ciscoIdentity",
        values: { tunnel: number, identity: local.identity.value },
      };
    }),
    ...(hasIsakmpLifetime ? [{ note: "ciscoLifetime" as const, values: {} }] : []),
    ...lifetimeNotes(model, LIFETIMES),
  ];
}
