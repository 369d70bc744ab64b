import type { Overview } from "@/lib/vpn/overview";

export type Calm = {
  kind: "reading" | "noRegions" | "empty" | "allUp" | "noneDown" | "noneDownThen" | null;
  up: number;
  unknown: number;
  unreadable: number;
  /** How many regions have been read, of those that there are. */
  known: number;
  total: number;
};

/** What can be said while nothing is known to be down or degraded. */
export function calmOf(overview: Overview | null, isAlarmed: boolean): Calm {
  // What the account does not have is nothing to wait for.
  const regions = (overview?.regions ?? []).filter(({ problem }) => problem?.code !== "not_found");
  const read = regions.flatMap(({ totalCount }) => totalCount ?? []);
  const { up = 0, unknown = 0 } = overview?.counts ?? {};
  const all = read.reduce((sum, count) => sum + count, 0);
  const facts = {
    up,
    unknown,
    unreadable: Math.max(0, all - up - unknown),
    known: read.length,
    total: regions.length,
  };
  const isWhole = read.length === regions.length;
  if (isAlarmed) return { kind: read.length === 0 ? null : "noneDownThen", ...facts };
  if (overview === null || (read.length === 0 && !isWhole)) return { kind: "reading", ...facts };
  if (overview.regions.length === 0) return { kind: "noRegions", ...facts };
  if (!isWhole) return { kind: "noneDown", ...facts };
  if (all === 0) return { kind: "empty", ...facts };
  return { kind: up === all ? "allUp" : "noneDown", ...facts };
}
