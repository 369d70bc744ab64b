import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { localTime } from "@/components/ui/time-format";
import { useHydrated } from "@/components/ui/use-hydrated";
import { problemOf } from "@/lib/vpn/fetch-json";
import type { Problem } from "@/lib/vpn/problem";
import type { Stale } from "@/lib/vpn/types";

type Read = { fetchedAt: number; stale?: Stale };
type Asking = { isTimeToAsk: boolean; askNow: () => void };

/**
 * What a list that asks again by itself says of its last answer: whether a newer one is on its way, and why
 * there is none.
 * @param firstProblem Why the server had no rows for the first HTML.
 */
export function useLiveList(
  query: UseQueryResult<Read>,
  { isTimeToAsk, askNow }: Asking,
  firstProblem: Problem | null,
  /** What stands around the rows, so that a page does not say two things. */
  refetchOthers: () => Promise<unknown> = async () => undefined,
) {
  const isHydrated = useHydrated();
  const [refreshedAt, setRefreshedAt] = useState<string | null>(null);
  const { data, isError, isFetching, error } = query;
  const problem = isError ? problemOf(error) : firstProblem;

  async function refresh() {
    askNow();
    const [{ data: fresh, isSuccess }] = await Promise.all([query.refetch(), refetchOthers()]);
    setRefreshedAt(fresh && isSuccess ? localTime(fresh.fetchedAt).time : null);
  }

  const isOwnReadOld = isError || !isTimeToAsk;
  return {
    problem,
    hasFailed: data === undefined && (isError || firstProblem !== null),
    stale: data && isOwnReadOld ? { since: data.fetchedAt, problem } : data?.stale,
    // In the server's HTML nothing is under way that a user without JavaScript could wait for.
    isBusy: isHydrated && isFetching,
    /** The time of what a user has asked for, to be announced; null where nothing came of it. */
    refreshedAt,
    onRefresh: () => void refresh(),
  };
}
