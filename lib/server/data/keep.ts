import "server-only";
import { env } from "@/lib/server/env";

/** How long an answer serves everybody, in milliseconds. */
export function answersTtlMs(): number {
  return env().TUNNELBOARD_CACHE_SECONDS * 1000;
}

/** Names are configuration: they change by hand, and seldom. With a cache of 0 nothing is kept. */
export function namesTtlMs(): number {
  const ttlMs = answersTtlMs();
  return ttlMs === 0 ? 0 : Math.max(ttlMs, 60_000);
}
