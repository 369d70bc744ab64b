import "server-only";
import { vi } from "vitest";
import type * as CallQuotaModule from "@/lib/server/vpc-api/quota/call-quota";

/** The quota without the pauses that Alibaba does not ask for: what it learns from a call stays as it is. */
const real = await vi.importActual<typeof CallQuotaModule>("@/lib/server/vpc-api/quota/call-quota");

export function createCallQuota(
  ...given: Parameters<typeof real.createCallQuota>
): CallQuotaModule.CallQuota {
  const quota = real.createCallQuota(...given);
  return {
    ...quota,
    throttled: (startedAt, now, retryAfterMs) => quota.throttled(startedAt, now, retryAfterMs ?? 1),
  };
}
