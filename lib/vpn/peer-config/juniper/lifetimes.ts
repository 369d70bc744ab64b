import type { Range } from "@/lib/vpn/peer-config/vendor-parts";

const SECONDS: Range = { min: 180, max: 86_400 };

/** `lifetime-seconds` of a proposal, of IKE and of IPsec. */
export const LIFETIMES = { ike: SECONDS, ipsec: SECONDS };
