import "server-only";
import { Counter, Histogram } from "prom-client";
import { metricsRegistry } from "@/lib/server/runtime/metrics-registry";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { UpstreamProblemCode } from "@/lib/vpn/problem";

/** Seconds: from an API that is near to the 10 of an attempt that is given up. */
const BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const metrics = defineSingleton("callMetrics", () => {
  const registers = [metricsRegistry()];
  return {
    calls: new Counter({
      name: "tunnelboard_vpc_api_calls_total",
      help: "Attempts to call the VPC API, by what came of them: ok, or the code of a problem.",
      labelNames: ["action", "outcome"],
      registers,
    }),
    durations: new Histogram({
      name: "tunnelboard_vpc_api_call_duration_seconds",
      help: "How long the calls that were sent took, without what they waited for their turn.",
      labelNames: ["action"],
      buckets: BUCKETS,
      registers,
    }),
  };
});

/** Counts an attempt; `durationMs` is null where it was never sent. */
export function countCall(
  action: string,
  outcome: "ok" | UpstreamProblemCode,
  durationMs: number | null,
): void {
  metrics().calls.inc({ action, outcome });
  if (durationMs !== null) metrics().durations.observe({ action }, durationMs / 1000);
}
