import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useNow } from "@/components/ui/use-now";
import { useTimeToAsk } from "@/components/vpn-connections/use-time-to-ask";
import { problemOf, serverBuild } from "@/lib/vpn/fetch-json";
import { newestOf } from "@/lib/vpn/list-scope";
import type { Problem } from "@/lib/vpn/problem";
import { overviewQuery, summariesQuery } from "@/lib/vpn/queries";
import { alarmOf } from "@/lib/vpn/wall";

type Asked = { build: string; renderedAt: number; firstProblem: Problem | null };

/** A screen on a wall may be taken to be hidden, as by a lock: it goes on all the same. */
const ALWAYS = { refetchIntervalInBackground: true };

/** What a wall screen knows at this moment, and why it may be wrong. */
export function useWall({ build, renderedAt, firstProblem }: Asked) {
  const isHydrated = useHydrated();
  const now = useNow(renderedAt);
  const [startedAt] = useState(() => Date.now());
  const { isTimeToAsk: enabled } = useTimeToAsk(firstProblem);
  const overview = useQuery({ ...overviewQuery(), ...ALWAYS, enabled });
  const down = useQuery({ ...summariesQuery(newestOf("down")), ...ALWAYS, enabled });
  const degraded = useQuery({ ...summariesQuery(newestOf("degraded")), ...ALWAYS, enabled });
  useNewestBuild(build, overview.dataUpdatedAt);
  const queries = [overview, down, degraded];
  const problem = queries.map(({ error }) => problemOf(error)).find((one) => one !== null);
  const isNothingRead = overview.data === undefined && !overview.isError;
  // Of what came with the page the server's clock tells the time, which may not be this one.
  const answeredAt = Math.min(
    ...queries.map((query) => (query.isFetchedAfterMount ? query.dataUpdatedAt : startedAt)),
  );
  return {
    now,
    isHydrated,
    overview: overview.data ?? null,
    connections: [...(down.data?.connections ?? []), ...(degraded.data?.connections ?? [])],
    alarm: alarmOf({
      regions: overview.data?.regions ?? [],
      fetchedAt: overview.data?.fetchedAt ?? null,
      problem: problem ?? (isNothingRead ? firstProblem : null),
      silentMs: isHydrated ? now - answeredAt : 0,
    }),
  };
}

/** A page that has been open for less does not read itself again: while replicas differ it would for ever. */
const LEAST_OPEN_MS = 60_000;

/** Reads the page again once another build answers than has made it: its data may be of another shape. */
function useNewestBuild(build: string, answeredAt: number): void {
  useEffect(() => {
    if (answeredAt === 0 || performance.now() < LEAST_OPEN_MS) return;
    if ((serverBuild() ?? build) !== build) window.location.reload();
  }, [build, answeredAt]);
}
