import "server-only";
import { recordAccountFindings } from "@/lib/server/poller/record-findings";
import { log } from "@/lib/server/runtime/log";
import { env } from "@/lib/server/runtime/settings";

/** How often findings are recorded where regions are only read while somebody looks. */
const WITHOUT_POLLS_MS = 60_000;

/** Records which findings are new and which are gone, as often as regions are read. Ends with what it returns. */
export function startRecordingFindings(): () => void {
  const { TUNNELBOARD_POLL_SECONDS: pollSeconds } = env();
  const intervalMs = pollSeconds === 0 ? WITHOUT_POLLS_MS : pollSeconds * 1000;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  function wait(): void {
    if (isStopped) return;
    timer = setTimeout(() => void record(), intervalMs);
    timer.unref();
  }

  async function record(): Promise<void> {
    try {
      await recordAccountFindings();
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log().error({ name }, "recording of findings failed");
    }
    wait();
  }

  wait();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
