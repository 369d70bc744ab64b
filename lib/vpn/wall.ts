import type { OverviewRegion } from "@/lib/vpn/overview";
import type { Problem } from "@/lib/vpn/problem";

/** Two polls: one alone is lost whenever the server starts anew. */
const SILENT_AFTER_MS = 25_000;

/**
 * Rows that fit, whatever the size of the screen: its type grows with it. A high screen shows more of
 * them, and what has to be said over them takes the room of some.
 */
const ROOM = {
  calm: { wide: 7, high: 15 },
  alarmed: { wide: 5, high: 12 },
} as const;

/** As many as the highest screen may show. */
export const MAX_WALL_ROWS = ROOM.calm.high;

export function roomFor(alarm: Alarm | null): { wide: number; high: number } {
  return alarm === null ? ROOM.calm : ROOM.alarmed;
}

/** Why what a wall screen shows must not be believed as it stands; `since` is when its oldest was read. */
export type Alarm =
  /** Our own server has not answered. */
  | { kind: "silent"; since: number | null }
  | { kind: "signedOut" | "problem"; since: number | null; problem: Problem }
  /** Some regions are old or could not be read. */
  | { kind: "regions"; since: number | null; regions: OverviewRegion[] };

type Situation = {
  regions: OverviewRegion[];
  fetchedAt: number | null;
  /** Of the last poll that was answered with one. */
  problem: Problem | null;
  /** For how long the server has not answered. */
  silentMs: number;
};

/** The one that takes the most away first. */
export function alarmOf(situation: Situation): Alarm | null {
  const { regions, fetchedAt: since, problem, silentMs } = situation;
  if (problem !== null) {
    return { kind: problem.code === "sign_in_required" ? "signedOut" : "problem", since, problem };
  }
  if (silentMs > SILENT_AFTER_MS) return { kind: "silent", since };
  const troubled = regions.filter(isTroubled);
  if (troubled.length === 0) return null;
  const times = troubled.flatMap(({ fetchedAt }) => fetchedAt ?? []);
  return {
    kind: "regions",
    since: times.length === 0 ? null : Math.min(...times),
    regions: troubled,
  };
}

/** A region that the account does not have is nothing to look after; one that is read again in a moment neither. */
function isTroubled({ state, problem }: OverviewRegion): boolean {
  if (problem === undefined || problem.code === "not_found") return false;
  return state === "stale" || state === "failed";
}
