import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { gapMsOf } from "@/lib/server/history/known-region";
import { FILE_NAME } from "@/lib/server/database/sqlite";
import { type PastRead, replayReads } from "@/lib/server/history/replay";
import { closeDatabase } from "@/lib/server/database/store";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { rawVpnConnection } from "@/lib/server/vpc-api/raw/vpn-connection";
import type { PastOptions } from "@/lib/simulator/past/past";
import { pastReads } from "@/lib/simulator/past/reads";
import type { VpnConnection } from "@/lib/vpn/types";

/** A demo that is started again at once goes on; a later one begins anew, since a gap would be all it shows. */
const LONGEST_MS = gapMsOf(60);

/** Gives the demo's database a simulated past of 30 days, unless it has one. */
export async function prepareDemoHistory(folder: string, account: PastOptions): Promise<void> {
  const now = Date.now();
  if (lastWritten(folder) > now - LONGEST_MS) return;
  rmSync(folder, { recursive: true, force: true });
  await replayReads(readsOf(account, now));
  await closeDatabase();
}

/** When the database was last written to; 0 where there is none. */
function lastWritten(folder: string): number {
  const files = [FILE_NAME, `${FILE_NAME}-wal`].map((name) => join(folder, name));
  return Math.max(0, ...files.filter(existsSync).map((file) => statSync(file).mtimeMs));
}

/** As the server maps what the API sends; the last reads are as of now. */
function* readsOf(account: PastOptions, now: number): Generator<PastRead> {
  const mapped = new WeakMap<object, VpnConnection>();
  const last = new Map<string, VpnConnection[]>();
  for (const { at, regionId, connections: wire, gapBefore } of pastReads(account, now)) {
    const connections = wire.map((one) => {
      const known = mapped.get(one) ?? toVpnConnection(regionId, rawVpnConnection.parse(one));
      mapped.set(one, known);
      return known;
    });
    last.set(regionId, connections);
    const gapReason = gapBefore?.reason === "refused" ? "access_denied" : null;
    yield { at, regionId, connections, ...(gapBefore !== undefined && { gapReason }) };
  }
  for (const [regionId, connections] of last) yield { at: now, regionId, connections };
}
