import "server-only";
import { recordAccountFindings, recordFindingsAnew } from "@/lib/server/poller/record-findings";
import { isLeading, onRole } from "@/lib/server/replicas/replicas";
import { log } from "@/lib/server/runtime/log";
import { env } from "@/lib/server/runtime/settings";

/**
 * Records which findings are new and which are gone, as often as regions are read while nobody looks; where they are
 * not, nothing is recorded. Ends with what it returns.
 */
export function startRecordingFindings(): () => void {
  const intervalMs = env().TUNNELBOARD_POLL_SECONDS * 1000;
  if (intervalMs === 0) return () => undefined;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  function wait(): void {
    if (isStopped) return;
    timer = setTimeout(() => void record(), intervalMs);
    timer.unref();
  }

  async function record(): Promise<void> {
    try {
      if (isLeading()) await recordAccountFindings();
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log().error({ name }, "recording of findings failed");
    }
    wait();
  }

  wait();
  const stopListening = onRole((role) => {
    if (role === "leader") recordFindingsAnew();
  });
  return () => {
    isStopped = true;
    stopListening();
    clearTimeout(timer);
  };
}
