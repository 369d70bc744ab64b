import type { Range } from "@/lib/vpn/peer-config/vendor-parts";

const SECONDS: Range = { min: 120, max: 172_800 };

/** `keylife` of phase 1 and `keylifeseconds` of phase 2. */
export const LIFETIMES = { ike: SECONDS, ipsec: SECONDS };
