const DAY_MS = 86_400_000;
/** Long enough to get a renewal through an office. */
const NEAR_DAYS = 30;

/** `days` are whole days until the end, or since it. */
export type Expiry = { kind: "near" | "past"; days: number } | { kind: "far" } | { kind: "none" };

/** Times are epoch milliseconds; without an end, as for pay-as-you-go, nothing expires. */
export function expiryOf(endTime: number | null, now: number): Expiry {
  if (endTime === null || endTime <= 0) return { kind: "none" };
  const left = endTime - now;
  if (left < 0) return { kind: "past", days: Math.floor(-left / DAY_MS) };
  const days = Math.floor(left / DAY_MS);
  return days < NEAR_DAYS ? { kind: "near", days } : { kind: "far" };
}
