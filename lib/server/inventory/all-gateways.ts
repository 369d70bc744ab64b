import "server-only";
import type { User } from "@/lib/server/auth/user";
import { readAllRegions, type RegionStatus } from "@/lib/server/inventory/all-regions";
import { areGatewaysFresh, readGateways } from "@/lib/server/inventory/gateway-lists";
import { inBackground } from "@/lib/server/vpc-api/quota/background";
import { withTimeout } from "@/lib/server/runtime/with-timeout";

/**
 * All regions that the user sees as they are known, and their gateways, also of those without connections:
 * what is due is read in the background. Waits at most `waitMs`. Throws VpcApiError.
 */
export async function readRegionsAndGateways(user: User, waitMs: number): Promise<RegionStatus[]> {
  const until = performance.now() + waitMs;
  const statuses = await readAllRegions(user, waitMs, true);
  const unread = statuses.filter(
    ({ region, snapshot }) => snapshot !== null && !areGatewaysFresh(region.regionId),
  );
  const reads = unread.map(({ region }) => inBackground(() => readGateways(region.regionId)));
  const leftMs = until - performance.now();
  if (leftMs > 0) await withTimeout(Promise.all(reads), leftMs);
  return statuses;
}
