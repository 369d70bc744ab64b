import { wordOf } from "@/lib/vpn/findings/tunnels";
import type { VpnTunnel } from "@/lib/vpn/types";

/** What both ends of phase 1 have to agree on. */
export const IKE_FIELDS = [
  "ikeVersion",
  "ikeMode",
  "ikeEncAlg",
  "ikeAuthAlg",
  "ikePfs",
  "ikeLifetime",
] as const;

export type IkeField = (typeof IKE_FIELDS)[number];

/** A value as it is compared; null where it is not known, and for the mode of IKEv2, which has none. */
export function valueOfField({ ikeConfig }: VpnTunnel, field: IkeField): string | number | null {
  if (field === "ikeMode" && wordOf(ikeConfig.ikeVersion) !== "ikev1") return null;
  const value = ikeConfig[field];
  return typeof value === "number" ? value : wordOf(value);
}
