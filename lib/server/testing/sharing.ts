import "server-only";
import { type KeptSnapshot, snapshotFormat } from "@/lib/server/inventory/shared-snapshots";
import { shareInDatabase } from "@/lib/server/database/store";
import { createSharedAnswers } from "@/lib/server/replicas/answers/shared-answers";
import { createAnswerCache, type Current } from "@/lib/server/runtime/answer-cache";
import type { Role } from "@/lib/server/replicas/replica";
import { LONG_TIMEOUTS, type TestReplica, replicaAt } from "@/lib/server/testing/replicas";
import type { VpnConnection } from "@/lib/vpn/types";

export type Sharing = ReturnType<typeof sharingAt>;

/** Several share a test's process, and with it the API that they read, but neither caches nor roles. */
export function sharingAt(url: string, api: (regionId: string) => Promise<VpnConnection[]>) {
  let reads = 0;
  const cache = createAnswerCache<KeptSnapshot>({ ttlMs: 0, failureTtlMs: 0, staleMs: 3_600_000 });
  const told = {
    onRole: (role: Role) => shared.onRole(role),
    onMessage: (text: string) => shared.onMessage(text),
  };
  const replica: TestReplica = replicaAt(url, told, LONG_TIMEOUTS);
  const shared = createSharedAnswers(
    { role: replica.role, term: replica.term, send: replica.send, database: shareInDatabase },
    { silenceMs: 10_000, pauseMs: 0, readingMs: 500 },
  );
  const snapshots = shared.share<KeptSnapshot, VpnConnection>({
    ...snapshotFormat,
    name: "vpn_connections",
    cache: () => cache,
    readNow: (regionId) => look(regionId),
  });

  async function readFromApi(regionId: string): Promise<KeptSnapshot> {
    reads += 1;
    const vpnConnections = await api(regionId);
    const version = vpnConnections.map(({ name }) => name).join(" ");
    const rest = { unreadable: [], requestId: null, isNamed: true };
    return { ...rest, regionId, vpnConnections, version, fetchedAt: Date.now() };
  }

  /** As somebody who looks at a region. */
  const look = (regionId: string): Promise<Current<KeptSnapshot>> =>
    cache.refresh(regionId, () => snapshots.load(regionId, () => readFromApi(regionId), true));

  return {
    replica,
    look,
    kept: (regionId: string) => cache.kept(regionId),
    readCount: () => reads,
    pullMissed: shared.pullMissed,
  };
}
