import type { DhGroup, Encryption, Integrity } from "@/lib/vpn/peer-config/algorithms";
import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import type { Note, Placeholder } from "@/lib/vpn/peer-config/said";

export type ConfigFile = { name: string; text: string };

/** What a vendor can do; all else is refused in words before its generator is asked. */
export type VendorLimits = {
  encryptions: readonly Encryption[];
  integrities: readonly Integrity[];
  groups: readonly DhGroup[];
  ikeVersions: readonly (1 | 2)[];
  aggressiveMode: boolean;
  ipv6: boolean;
  /** Whether a tunnel interface negotiates CIDRs too, and not 0.0.0.0/0 alone. */
  interfaceSelectors: boolean;
  /** Set where the device itself routes what a selector names into the tunnel. */
  routesSelectors?: true;
};

/** Placeholders and notes are the vendor's own; those of the model are added, and placeholders of which no file makes use are left out. */
export type Written = { files: ConfigFile[]; placeholders: Placeholder[]; notes: Note[] };

/** Of one vendor. The first file is the one that is downloaded. */
export type Generator = { limits: VendorLimits; write: (model: PeerModel) => Written };
