import type { Range } from "@/lib/vpn/peer-config/vendor-parts";

/**
 * charon takes 0 for "never" and counts seconds in 32 bits. With less than a minute between two renewals the
 * next one would begin before answers of the last one have been waited for.
 */
const SECONDS: Range = { min: 60, max: 4_294_967_295 };

export const LIFETIMES = { ike: SECONDS, ipsec: SECONDS };
