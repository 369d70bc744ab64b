import "server-only";
import { env } from "@/lib/server/runtime/settings";

/** However long answers are kept, a failure is not: what failed is asked for again within a minute. */
const LONGEST_FAILURE_MS = 30_000;

/** How long an answer serves everybody, in milliseconds. */
export function answersTtlMs(): number {
  return env().TUNNELBOARD_CACHE_SECONDS * 1000;
}

/** How long the last good answer replaces failed reads, in milliseconds. */
export function staleMs(): number {
  return env().TUNNELBOARD_STALE_SECONDS * 1000;
}

/** For what may change at any moment. */
export function keep() {
  return { ttlMs: answersTtlMs(), failureTtlMs: failureTtlMs(), staleMs: staleMs() };
}

export function failureTtlMs(): number {
  return Math.min(answersTtlMs(), LONGEST_FAILURE_MS);
}

/** Names are configuration: they change by hand, and seldom. With a cache of 0 nothing is kept. */
export function keepNames() {
  const ttlMs = answersTtlMs();
  return { ...keep(), ttlMs: ttlMs === 0 ? 0 : Math.max(ttlMs, 60_000) };
}
