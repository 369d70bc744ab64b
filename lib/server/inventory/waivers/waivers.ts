import "server-only";
import { readWaivers, WaiversFileError } from "@/lib/server/inventory/waivers/waivers-file";
import { log } from "@/lib/server/runtime/log";
import { reread, unreadFile } from "@/lib/server/runtime/reread-file";
import { env } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { Waiver } from "@/lib/vpn/findings/waiver";

export type KnownWaivers = {
  waivers: Waiver[];
  /** What is wrong with the file, by line; null where nothing is. The waivers are those of before. */
  problem: string | null;
  /** How often they have been read. */
  version: number;
};

const NONE: KnownWaivers = { waivers: [], problem: null, version: 0 };

const known = defineSingleton("waivers", () => unreadFile(NONE));

/** What the file of TUNNELBOARD_WAIVERS_FILE says now. While it is wrong, what it said before holds. */
export function currentWaivers(): KnownWaivers {
  const path = env().TUNNELBOARD_WAIVERS_FILE;
  if (path === undefined) return NONE;
  return reread(known(), path, (before, isFirst) => {
    try {
      const waivers = readWaivers(path);
      if (!isFirst) log().info({ waivers: waivers.length }, "TUNNELBOARD_WAIVERS_FILE has changed");
      return { waivers, problem: null, version: before.version + 1 };
    } catch (error) {
      if (!(error instanceof WaiversFileError)) throw error;
      log().error(`TUNNELBOARD_WAIVERS_FILE ${error.message}.`);
      return { ...before, problem: error.message };
    }
  });
}
