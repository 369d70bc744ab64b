import "server-only";
import type { Current } from "@/lib/server/runtime/answer-cache";
import { upstreamProblem } from "@/lib/server/vpc-api/problem";
import type { Stale } from "@/lib/vpn/types";

/** The answer, marked in the user's language where it is an old one. */
export async function markStale<Answer extends { fetchedAt: number }>({
  answer,
  failure,
}: Current<Answer>): Promise<Answer & { stale?: Stale }> {
  if (failure === null) return answer;
  return { ...answer, stale: { since: answer.fetchedAt, problem: await upstreamProblem(failure) } };
}
