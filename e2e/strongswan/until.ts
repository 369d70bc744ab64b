import { setTimeout as sleep } from "node:timers/promises";

/** What has not happened after this time will not happen. */
export const TIMEOUT_MS = 40_000;

/** Asks again and again until it is so. Throws when it does not come. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + TIMEOUT_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Has not come: ${what}`);
    await sleep(50);
  }
}
