import type { Random } from "./random";

/** Alibaba's docs: the states of the two phases of an IPsec negotiation. */
export const established = "ipsec_sa_established";

export function drawDownStatus(random: Random): string {
  return random.weighted([
    ["ike_sa_not_established", 50],
    ["ipsec_sa_not_established", 40],
    ["ike_sa_established", 10],
  ]);
}

/** Before the first negotiation the key is absent or empty; both are seen by clients. */
export function drawNeverStatus(random: Random): { Status?: string } {
  return random.chance(0.5) ? { Status: "" } : {};
}
