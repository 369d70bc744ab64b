import { buildModel } from "@/lib/vpn/peer-config/build-model";
import { CISCO_IOS_XE } from "@/lib/vpn/peer-config/cisco/cisco-ios-xe";
import { FORTIGATE } from "@/lib/vpn/peer-config/fortigate/fortigate";
import type { ConfigFile, Generator } from "@/lib/vpn/peer-config/generator";
import { H3C } from "@/lib/vpn/peer-config/h3c/h3c";
import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import { JUNIPER_SRX } from "@/lib/vpn/peer-config/juniper/juniper-srx";
import { refusalsOf } from "@/lib/vpn/peer-config/limits";
import type { Note, Placeholder, Refusal } from "@/lib/vpn/peer-config/said";
import { STRONGSWAN } from "@/lib/vpn/peer-config/strongswan/strongswan";
import type { Vendor } from "@/lib/vpn/peer-config/vendors";
import { VYOS } from "@/lib/vpn/peer-config/vyos/vyos";

export type PeerConfig =
  | { kind: "written"; files: ConfigFile[]; placeholders: Placeholder[]; notes: Note[] }
  | { kind: "refused"; refusals: Refusal[] };

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
  const refusals = "refusals" in model ? model.refusals : refusalsOf(model, limits);
  if ("refusals" in model || refusals.length > 0) return { kind: "refused", refusals };
  const { files, placeholders, notes } = write(model);
  const text = files.map((file) => file.text).join("\n");
  return {
    kind: "written",
    files,
    placeholders: inOrderOf(text, [...model.placeholders, ...placeholders]),
    notes: [...model.notes, ...notes],
  };
}

/** Those that the text holds, in the order in which one comes upon them. */
function inOrderOf(text: string, placeholders: Placeholder[]): Placeholder[] {
  return placeholders
    .filter(({ name }) => text.includes(name))
    .toSorted((a, b) => text.indexOf(a.name) - text.indexOf(b.name));
}
