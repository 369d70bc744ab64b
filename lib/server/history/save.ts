import "server-only";
import { compareRegion } from "@/lib/server/history/compare";
import { gapTerms, ordered } from "@/lib/server/history/gap-terms";
import { isNotLeadingError, isRevisionError } from "@/lib/server/database/database-error";
import { loadRegion } from "@/lib/server/history/load";
import { recorder, type Unwritten } from "@/lib/server/history/recorder-state";
import { keptElsewhere, noteUnwritten, writeToDatabase } from "@/lib/server/database/store";
import type { Role } from "@/lib/server/replicas/replica";
import { roleNow } from "@/lib/server/replicas/replicas";
import { writeChange } from "@/lib/server/history/write";

/** So many reads of a region are kept while the database is away: as many as make a gap. */
const MOST_WAITING = 3;

/** Of a time in which reads succeeded and could not be written down. A problem's code. */
const NOT_KEPT = "history_unavailable";

/** Writes it down in its turn, and never fails: what cannot be written is tried again with what comes next. */
export function saveSoon(regionId: string, unwritten: Unwritten): void {
  const state = recorder();
  const waiting = [...(state.waiting.get(regionId) ?? []), unwritten];
  if (waiting.length > MOST_WAITING) state.behind.set(regionId, { hasFailed: true });
  // All but the last read is of no use once the database is behind.
  const isBehind = state.behind.has(regionId);
  state.waiting.set(regionId, isBehind ? lastReadOf(waiting) : waiting);
  saveWaiting(regionId);
}

function saveWaiting(regionId: string): void {
  const state = recorder();
  if (state.scheduled.has(regionId)) return;
  state.scheduled.add(regionId);
  state.queue = state.queue.then(() => {
    state.scheduled.delete(regionId);
    // Told of the others only: this one is about to show whether it can be written.
    noteUnwritten(regionId, false);
    return save(regionId).catch((error: unknown) => {
      if (isNotLeadingError(error) && roleNow() === "follower") leaveToLeader(regionId);
      else noteUnwritten(regionId, true);
    });
  });
}

function lastReadOf(waiting: Unwritten[]): Unwritten[] {
  const last = waiting.findLast(({ read }) => read !== null);
  return last === undefined ? [] : [last];
}

/** Throws where the database is away: the rest goes on waiting. */
async function save(regionId: string): Promise<void> {
  const { waiting, behind } = recorder();
  for (let next = waiting.get(regionId)?.[0]; next !== undefined;) {
    if (behind.has(regionId)) return catchUp(regionId);
    const { write } = next;
    try {
      await writeToDatabase(write);
      taken(regionId, next);
    } catch (error) {
      if (!isRevisionError(error)) throw error;
      // Another process has written, or the database is a new one.
      behind.set(regionId, { hasFailed: false });
    }
    next = waiting.get(regionId)?.[0];
  }
}

/** What happens in the region is written by another replica, and loaded anew when it is needed here. */
function leaveToLeader(regionId: string): void {
  const { waiting, behind, known } = recorder();
  for (const regions of [waiting, behind, known]) regions.delete(regionId);
  noteUnwritten(regionId, false);
}

/**
 * A new leader begins from what the database knows, with what it has read and could not write while the database was
 * away. Whoever follows leaves that to the leader.
 */
export function onRoleChange(role: Role): void {
  const { waiting, known } = recorder();
  for (const regionId of new Set([...known.keys(), ...waiting.keys()])) {
    if (role === "leader" && waiting.has(regionId)) saveWaiting(regionId);
    else if (role === "leader" || role === "follower") leaveToLeader(regionId);
  }
  if (role === "follower") keptElsewhere();
}

function taken(regionId: string, done: Unwritten): void {
  const { waiting } = recorder();
  const rest = (waiting.get(regionId) ?? []).filter((one) => one !== done);
  if (rest.length === 0) waiting.delete(regionId);
  else waiting.set(regionId, rest);
}

/** Begins from what the database knows, with the last read alone. */
async function catchUp(regionId: string): Promise<void> {
  const { waiting, behind, known } = recorder();
  const [last] = lastReadOf(waiting.get(regionId) ?? []);
  if (last === undefined || last.read === null) {
    waiting.delete(regionId);
    return;
  }
  const { read, after } = last;
  const why = last.reason ?? (behind.get(regionId)?.hasFailed === true ? NOT_KEPT : null);
  const now = await writeToDatabase(async (db) => {
    const before = await loadRegion(db, regionId, read.at);
    // Another replica has led meanwhile, and read it since.
    if (roleNow() !== "single" && (before.lastReadAt ?? 0) > read.at) return before;
    const change = await compareRegion(before, ordered(before, read), gapTerms(before, why));
    await writeChange(db, change);
    return change.after;
  });
  // What was known meanwhile is now known otherwise; a read that came meanwhile has to begin from this.
  if (known.get(regionId) === after) {
    known.set(regionId, now);
    behind.delete(regionId);
  }
  taken(regionId, last);
}
