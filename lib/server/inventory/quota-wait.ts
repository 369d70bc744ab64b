import "server-only";
import { limiter } from "@/lib/server/vpc-api/quota/limiter";
import { VpcApiError } from "@/lib/server/vpc-api/errors";

/** Shorter waits are no news. */
const NEWS_MS = 2_000;

/** What a region's connections, or what another action reads of it, wait for, if it is the account's quota. */
export function quotaWait(regionId: string, action = "DescribeVpnConnections"): VpcApiError | null {
  const retryAfterMs = limiter().waitMs({ action, regionId });
  return retryAfterMs < NEWS_MS ? null : new VpcApiError("throttled", { retryAfterMs });
}
