import { buildModel } from "@/lib/vpn/peer-config/build-model";
import { CISCO_IOS_XE } from "@/lib/vpn/peer-config/cisco/cisco-ios-xe";
import { FORTIGATE } from "@/lib/vpn/peer-config/fortigate/fortigate";
import type { ConfigFile, Generator } from "@/lib/vpn/peer-config/generator";
import { H3C } from "@/lib/vpn/peer-config/h3c/h3c";
import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import { JUNIPER_SRX } from "@/lib/vpn/peer-config/juniper/juniper-srx";
import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import { refusalsOf } from "@/lib/vpn/peer-config/limits";
import type { Note, Placeholder, Refusal } from "@/lib/vpn/peer-config/said";
import { STRONGSWAN } from "@/lib/vpn/peer-config/strongswan/strongswan";
import { type Vendor, VENDORS } from "@/lib/vpn/peer-config/vendors";
import { VYOS } from "@/lib/vpn/peer-config/vyos/vyos";

export type PeerConfig =
  | { kind: "written"; files: ConfigFile[]; placeholders: Placeholder[]; notes: Note[] }
  | {
      kind: "refused";
      refusals: Refusal[];
      /** For which a configuration is written all the same. */
      others: Vendor[];
    };

const GENERATORS: Record<Vendor, Generator> = {
  strongswan: STRONGSWAN,
  "cisco-ios-xe": CISCO_IOS_XE,
  fortigate: FORTIGATE,
  "juniper-srx": JUNIPER_SRX,
  h3c: H3C,
  vyos: VYOS,
};

/** The configuration of the device at the other end, or in words why there is none. */
export function peerConfigOf(vendor: Vendor, input: PeerConfigInput): PeerConfig {
  const { limits, write } = GENERATORS[vendor];
  const model = buildModel(input);
  if ("refusals" in model) return { kind: "refused", refusals: model.refusals, others: [] };
  const refusals = refusalsOf(model, limits);
  if (refusals.length > 0) return { kind: "refused", refusals, others: vendorsFor(model) };
  const { files, placeholders, notes } = write(model);
  const text = files.map((file) => file.text).join("\n");
  const used = inOrderOf(text, [...model.placeholders, ...placeholders]);
  return {
    kind: "written",
    files,
    placeholders: used,
    notes: [...modelNotes(model, notes), ...routeNotes(model, used), ...notes],
  };
}

function vendorsFor(model: PeerModel): Vendor[] {
  return VENDORS.filter((vendor) => refusalsOf(model, GENERATORS[vendor].limits).length === 0);
}

/** That lifetimes are a tenth shorter is left out where each of them is another one. */
function modelNotes({ tunnels, notes }: PeerModel, others: Note[]): Note[] {
  const known = tunnels
    .flatMap(({ ike, ipsec }) => [ike.lifetimeSeconds, ipsec.lifetimeSeconds])
    .filter((seconds) => seconds !== null);
  const limited = others.filter(({ note }) => note === "lifetimeLimited");
  return known.length > limited.length ? notes : notes.filter(({ note }) => note !== "lifetimes");
}

/** Whether a default route was to be written depends on what the vendor's tunnels are: interfaces or policies. */
function routeNotes({ isDestinationRouting }: PeerModel, placeholders: Placeholder[]): Note[] {
  const hasRoutes = placeholders.some(({ name }) => name.startsWith("REPLACE-ROUTED-"));
  return hasRoutes && !isDestinationRouting ? [{ note: "routesByHand", values: {} }] : [];
}

/** Those that the text holds, in the order in which one comes upon them. */
function inOrderOf(text: string, placeholders: Placeholder[]): Placeholder[] {
  return placeholders
    .filter(({ name }) => text.includes(name))
    .toSorted((a, b) => text.indexOf(a.name) - text.indexOf(b.name));
}
