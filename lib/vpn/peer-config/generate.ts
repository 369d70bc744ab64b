import { buildModel } from "@/lib/vpn/peer-config/build-model";
import type { ConfigFile, Generator } from "@/lib/vpn/peer-config/generator";
import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import { refusalsOf } from "@/lib/vpn/peer-config/limits";
import type { Note, Placeholder, Refusal } from "@/lib/vpn/peer-config/said";
import { STRONGSWAN } from "@/lib/vpn/peer-config/strongswan";
import type { Vendor } from "@/lib/vpn/peer-config/vendors";

export type PeerConfig =
  | { kind: "written"; files: ConfigFile[]; placeholders: Placeholder[]; notes: Note[] }
  | { kind: "refused"; refusals: Refusal[] };

const GENERATORS: Partial<Record<Vendor, Generator>> = {
  strongswan: STRONGSWAN,
};

/** The configuration of the device at the other end, or in words why there is none. */
export function peerConfigOf(vendor: Vendor, input: PeerConfigInput): PeerConfig {
  const generator = GENERATORS[vendor];
  if (generator === undefined) {
    return { kind: "refused", refusals: [{ refusal: "notWritten", values: {} }] };
  }
  const { limits, write } = generator;
  const model = buildModel(input);
  const refusals = "refusals" in model ? model.refusals : refusalsOf(model, limits);
  if ("refusals" in model || refusals.length > 0) return { kind: "refused", refusals };
  const { files, placeholders, notes } = write(model);
  const text = files.map((file) => file.text).join("\n");
  return {
    kind: "written",
    files,
    placeholders: [...model.placeholders, ...placeholders].filter(({ name }) =>
      text.includes(name),
    ),
    notes: [...model.notes, ...notes],
  };
}
