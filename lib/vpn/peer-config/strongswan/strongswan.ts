import type { ConfigFile, Generator, VendorLimits, Written } from "@/lib/vpn/peer-config/generator";
import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import type { Note, NoteKey, Values } from "@/lib/vpn/peer-config/said";
import { frrFile } from "@/lib/vpn/peer-config/strongswan/bgp";
import { connectionBlock, secretBlock } from "@/lib/vpn/peer-config/strongswan/connection";
import {
  interfacesFile,
  routesFile,
  routesPath,
} from "@/lib/vpn/peer-config/strongswan/interfaces";
import { block, hashComments, textOf } from "@/lib/vpn/peer-config/text-blocks";
import { LIFETIMES } from "@/lib/vpn/peer-config/strongswan/lifetimes";
import { lifetimeNotes, OF_DEVICE, TUNNEL_MSS } from "@/lib/vpn/peer-config/vendor-parts";

/**
 * Plain DES is left out: strongSwan's list of keywords has none, and builds without the plugin refuse it
 * (https://docs.strongswan.org/docs/latest/config/proposals.html).
 */
const LIMITS: VendorLimits = {
  encryptions: ["3des", "aes", "aes192", "aes256"],
  integrities: ["md5", "sha1", "sha256", "sha384", "sha512"],
  groups: ["group1", "group2", "group5", "group14", "group24"],
  ikeVersions: [1, 2],
  aggressiveMode: true,
  ipv6: true,
  interfaceSelectors: true,
};

/** https://docs.strongswan.org/docs/latest/swanctl/swanctlConf.html, for 5.8 and newer. */
export const STRONGSWAN: Generator = { limits: LIMITS, write };

function write(model: PeerModel): Written {
  const isRouted = model.routing === "route";
  const files = [
    swanctlFile(model),
    ...(isRouted ? [interfacesFile(model)] : []),
    ...(isRouted && model.tunnels.some(({ bgp }) => bgp === null) ? [routesFile(model)] : []),
    ...(model.tunnels.some(({ bgp }) => bgp !== null) ? [frrFile(model)] : []),
  ];
  return {
    files,
    placeholders: OF_DEVICE,
    notes: [...notesOf(model), ...lifetimeNotes(model, () => LIFETIMES)],
  };
}

function notesOf(model: PeerModel): Note[] {
  const { routing, tunnels } = model;
  const isAggressive = tunnels.some(({ ike }) => ike.isAggressive);
  const hasBgp = tunnels.some(({ bgp }) => bgp !== null);
  const hasRoutes = routing === "route" && tunnels.some(({ bgp }) => bgp === null);
  const addresses = new Set(tunnels.map(({ local }) => local.address));
  const all: [boolean, NoteKey, Values][] = [
    [true, "strongswanFiles", {}],
    [routing === "route", "strongswanInterfaces", {}],
    [hasRoutes, "strongswanRoutes", { path: routesPath(model) }],
    [hasBgp, "strongswanBgp", {}],
    [routing === "route", "strongswanRun", { routes: yesOrNo(hasRoutes), bgp: yesOrNo(hasBgp) }],
    [true, "permitTraffic", {}],
    [true, "strongswanForwarding", { mss: TUNNEL_MSS }],
    [addresses.size > 1, "strongswanTwoAddresses", {}],
    [isAggressive, "strongswanAggressive", {}],
  ];
  return all.flatMap(([holds, note, values]) => (holds ? [{ note, values }] : []));
}

const yesOrNo = (holds: boolean) => (holds ? "yes" : "no");

function swanctlFile(model: PeerModel): ConfigFile {
  const lines = [
    ...hashComments(model.header),
    "",
    ...block("connections", ...model.tunnels.map((tunnel) => connectionBlock(model, tunnel))),
    "",
    "# In the key a backslash stands before each quotation mark and each backslash.",
    "# One that begins with 0x or 0s would be read as hexadecimal or Base64.",
    ...block("secrets", ...model.tunnels.map((tunnel) => secretBlock(model, tunnel))),
  ];
  return { name: `${model.objectName}.conf`, text: textOf(lines) };
}
