/** Alibaba's docs: a time stamp may be at most 15 minutes away from the gateway's clock. */
export const timestampWindowMs = 15 * 60_000;

/** A request stamped 15 minutes ahead stays acceptable for twice the window; so long is memory. */
const memoryMs = 2 * timestampWindowMs;

/** Remembers nonces for as long as a replay could still pass the check of the time stamp. */
export function createNonceMemory() {
  const usedAt = new Map<string, number>();
  return {
    /** False when the nonce was used before. */
    use(nonce: string, now: number): boolean {
      for (const [old, at] of usedAt) {
        if (now - at <= memoryMs) break;
        usedAt.delete(old);
      }
      if (usedAt.has(nonce)) return false;
      usedAt.set(nonce, now);
      return true;
    },
    size: () => usedAt.size,
  };
}
