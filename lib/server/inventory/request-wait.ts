import "server-only";
import type { Current, Kept } from "@/lib/server/runtime/answer-cache";
import { staleMs } from "@/lib/server/inventory/cache-times";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { isBackground } from "@/lib/server/vpc-api/quota/background";
import type { QuotaKey } from "@/lib/server/vpc-api/quota/call-quota";
import { limiter } from "@/lib/server/vpc-api/quota/account-limiter";
import { upstreamProblem } from "@/lib/server/vpc-api/problem";
import { WORK_MS } from "@/lib/server/vpc-api/time-budget";
import type { Stale } from "@/lib/vpn/types";
import { withTimeout } from "@/lib/server/runtime/with-timeout";

/** A little more than one call may take. */
const REQUEST_MS = 25_000;

/**
 * Brings a read to the foreground and waits for it no longer than a request can: one that began in the
 * background may wait longer for the quota. Where the read is too late, or is known to be, the last answer
 * replaces it, with the reason. Throws VpcApiError.
 */
export async function withinRequest<Answer>(
  { regionId, action }: QuotaKey,
  reading: Promise<Current<Answer>>,
  last: Kept<Answer> | undefined,
): Promise<Current<Answer>> {
  if (isBackground()) return reading;
  limiter().prioritise({ regionId, action });
  const isBarred = (quotaWait(regionId, action)?.retryAfterMs ?? 0) > WORK_MS;
  const current = await withTimeout(reading, isBarred ? 0 : REQUEST_MS);
  if (current !== undefined) return current;
  return staleAnswer(last, quotaWait(regionId, action) ?? new VpcApiError("timeout"));
}

function staleAnswer<Answer>(
  last: Kept<Answer> | undefined,
  failure: VpcApiError,
): Current<Answer> {
  if (last === undefined || last.answer === null) throw failure;
  if (performance.now() - last.answeredAt >= staleMs()) throw failure;
  return { answer: last.answer, failure };
}

/** The answer, marked in the user's language where it is an old one. */
export async function markStale<Answer extends { fetchedAt: number }>({
  answer,
  failure,
}: Current<Answer>): Promise<Answer & { stale?: Stale }> {
  if (failure === null) return answer;
  return { ...answer, stale: { since: answer.fetchedAt, problem: await upstreamProblem(failure) } };
}

/** Shorter waits are no news. */
const NEWS_MS = 2_000;

/** What a region's connections, or what another action reads of it, wait for, if it is the account's quota. */
export function quotaWait(regionId: string, action = "DescribeVpnConnections"): VpcApiError | null {
  const retryAfterMs = limiter().waitMs({ action, regionId });
  return retryAfterMs < NEWS_MS ? null : new VpcApiError("throttled", { retryAfterMs });
}
