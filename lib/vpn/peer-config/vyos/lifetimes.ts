import type { Range } from "@/lib/vpn/peer-config/vendor-parts";

/** An IKE group takes 0 too, which means never. */
const SECONDS: Range = { min: 30, max: 86_400 };

export const LIFETIMES = { ike: SECONDS, ipsec: SECONDS };
