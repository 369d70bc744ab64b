import "server-only";
import { constants } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { drain } from "@/lib/server/http/drain";
import { log } from "@/lib/server/runtime/log";
import { watchConnections } from "@/lib/server/http/open-connections";

/** Below the 30 seconds after which Kubernetes kills; compose and systemd are told 30 as well. */
const LIMIT_MS = 25_000;

/**
 * Load balancers and requests on their way get two seconds. Ctrl-C comes from somebody who waits, with
 * no load balancer in between.
 */
const QUIET_MS = { SIGTERM: 2_000, SIGINT: 250 };

/** A terminal signals its whole process group, and npm and our launcher pass the same signal on. */
const ECHO_MS = 1_000;

/** What has to be written is; a database that does not answer is not waited for. */
const FINISH_MS = 2_000;

type Signal = keyof typeof QUIET_MS;

/** The first signal finishes what was asked for and ends with status 0; a second one ends at once. */
export function shutDownOnSignals(
  /** Runs when every request has been answered. */
  finish: () => Promise<void>,
): void {
  const connections = watchConnections();
  let signalledAt: number | undefined;

  async function shutDown(signal: Signal): Promise<void> {
    log().info({ signal, connections: connections.sockets.size }, "shutting down");
    const isWhole = await drain(connections, { quietMs: QUIET_MS[signal], limitMs: LIMIT_MS });
    await Promise.race([finish(), sleep(FINISH_MS)]);
    if (isWhole) log().info("shut down: every request was answered");
    else log().error({ limitMs: LIMIT_MS }, "shut down: some requests took too long");
    process.exit(isWhole ? 0 : 1);
  }

  function onSignal(signal: Signal): void {
    const now = performance.now();
    if (signalledAt === undefined) {
      signalledAt = now;
      void shutDown(signal);
    } else if (now - signalledAt > ECHO_MS) {
      log().warn({ signal }, "ended at once by a second signal");
      process.exit(128 + constants.signals[signal]);
    }
  }
  process.on("SIGTERM", () => onSignal("SIGTERM"));
  process.on("SIGINT", () => onSignal("SIGINT"));
}
