import "server-only";
import type { RegionRead } from "@/lib/server/history/changes";
import type { GapTerms } from "@/lib/server/history/compare";
import { gapMsOf, type KnownRegion } from "@/lib/server/history/known-region";
import { env } from "@/lib/server/runtime/settings";

/** A region in which the account has nothing is read once in so many polls. */
export const EMPTY_REGION_POLLS = 10;

/** What counts as a time without data in a region. */
export function gapTerms({ connections }: KnownRegion, reason: string | null): GapTerms {
  const isNews = env().TUNNELBOARD_POLL_SECONDS > 0;
  return { gapMs: gapMsWhere({ isEmpty: connections.size === 0 }), reason, isNews };
}

/** Without a good read for so long, nothing is known of a region; one in which there is nothing is read less often. */
export function gapMsWhere({ isEmpty }: { isEmpty: boolean }): number {
  const { TUNNELBOARD_POLL_SECONDS: seconds } = env();
  return gapMsOf(isEmpty ? seconds * EMPTY_REGION_POLLS : seconds);
}

/** Where the clock was set back, time goes on from the last read as a clock tells that nobody sets. */
export function ordered(known: KnownRegion, read: RegionRead): RegionRead {
  const { lastReadAt, lastReadMonotonicAt } = known;
  if (lastReadAt === null || read.at > lastReadAt) return read;
  const monotonicAt = read.monotonicAt ?? 0;
  const passed = monotonicAt - (lastReadMonotonicAt ?? monotonicAt);
  return { ...read, at: lastReadAt + Math.max(1, Math.round(passed)) };
}
