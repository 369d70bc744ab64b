import "server-only";
import { removeOldHistory } from "@/lib/server/history/retention";

/** After the first pages have been served. */
const FIRST_MS = 30_000;
const INTERVAL_MS = 3_600_000;

/** Removes old history soon after the start and every hour, until what it returns is called. */
export function startRetention(): () => void {
  const stopped = new AbortController();
  let timer = setTimeout(run, FIRST_MS);
  timer.unref();

  function run(): void {
    void removeOldHistory(Date.now(), stopped.signal).finally(() => {
      if (stopped.signal.aborted) return;
      timer = setTimeout(run, INTERVAL_MS);
      timer.unref();
    });
  }
  return () => {
    stopped.abort();
    clearTimeout(timer);
  };
}
