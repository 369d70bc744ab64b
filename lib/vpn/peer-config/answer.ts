import type { ConfigFile } from "@/lib/vpn/peer-config/generator";
import type { Vendor } from "@/lib/vpn/peer-config/vendors";
import type { Stale } from "@/lib/vpn/types";

/** The value of `format` that asks for a file. */
export const TEXT_FORMAT = "text";

/**
 * The configuration of the other end in the reader's language. Where there is none, `files` is empty and the
 * notes say why.
 */
export type PeerConfigAnswer = {
  vendor: Vendor;
  files: ConfigFile[];
  placeholders: { name: string; meaning: string }[];
  notes: string[];
  /** There while an old answer replaces one that could not be had. */
  stale?: Stale;
};

export type PeerConfigOfPage = PeerConfigAnswer & {
  /** Of the connection. */
  name: string;
};
