import "server-only";
import type { RegionRead } from "@/lib/server/history/changes";
import { NOTHING_KNOWN, type StandingOf } from "@/lib/server/history/standing";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** Who is told of each good read of a region, and then knows since when its connections are as they are. */
export type ReadListener = {
  /** Is waited for before the read is shown, so it must not fail. `reason`: why the read before failed. */
  recordRead: (read: RegionRead, reason: string | null) => Promise<unknown>;
  /** What is known by now. */
  standingsIn: (regionId: string, now: number) => StandingOf;
};

const registered = defineSingleton("readListener", (): { listener: ReadListener } => ({
  listener: { recordRead: async () => undefined, standingsIn: () => () => NOTHING_KNOWN },
}));

export function readListener(): ReadListener {
  return registered().listener;
}

/** History listens in every server (start-up.ts). */
export function listenToReads(listener: ReadListener): void {
  registered().listener = listener;
}
