import "server-only";
import type { Limiter } from "@/lib/server/vpc-api/quota/limiter";
import type { QuotaKey } from "@/lib/server/vpc-api/quota/call-quota";
import { VpcApiError } from "@/lib/server/vpc-api/errors";

type Started = { name: string; key: QuotaKey; at: number };

/** Foreground that never gives up. */
const DEFAULT_TERMS = { isBackground: false, maxWaitMs: 3_600_000 };

/** Calls through a limiter: when each has started, and how each has ended. */
export function limitedCalls(limiter: Limiter) {
  const started: Started[] = [];
  const failed: unknown[] = [];
  return {
    started,
    failed,
    names: () => started.map(({ name }) => name),
    timesOf: (regionId: string, action = "DescribeX") =>
      started
        .filter(({ key }) => key.regionId === regionId && key.action === action)
        .map(({ at }) => at),
    /** Takes `tookMs`, and then fails where there is something to fail with. */
    call(
      regionId: string,
      {
        name = regionId,
        action = "DescribeX",
        tookMs = 50,
        failure,
        ...terms
      }: Partial<typeof DEFAULT_TERMS> & {
        name?: string;
        action?: string;
        tookMs?: number;
        failure?: Error;
      } = {},
    ): void {
      const key = { action, regionId };
      const work = () => {
        started.push({ name, key, at: performance.now() });
        return new Promise<void>((resolve, reject) => {
          setTimeout(() => (failure === undefined ? resolve() : reject(failure)), tookMs);
        });
      };
      limiter.run(key, { ...DEFAULT_TERMS, ...terms }, work).catch((error: unknown) => {
        failed.push(error);
      });
    },
  };
}

export const throttled = (retryAfterMs: number | null = null) =>
  new VpcApiError("throttled", { retryAfterMs, retryable: true });

/** A limiter that lets no call through, and tells that calls wait for so long: of one region, or of all. */
export const limiterThatWaits = (ms: number, onlyRegionId?: string): Limiter => ({
  prioritise: () => undefined,
  waitMs: ({ regionId }) => (onlyRegionId === undefined || regionId === onlyRegionId ? ms : 0),
  run: () => Promise.reject(new Error("No call may be made here.")),
});
