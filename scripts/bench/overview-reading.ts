import { setTimeout as sleep } from "node:timers/promises";
import { api } from "@/lib/vpn/hrefs";
import type { Overview } from "@/lib/vpn/overview";

const POLL_MS = 20;
const TIMEOUT_MS = 120_000;

/** Asks for the overview until all regions are there; how long it took, and how many connections. */
export async function readOverview(url: string) {
  const startedAt = performance.now();
  while (performance.now() - startedAt < TIMEOUT_MS) {
    const { regions } = await askOverview(url);
    const failed = regions.find(({ state }) => state === "failed");
    if (failed !== undefined) throw new Error(`${failed.regionId} could not be read.`);
    if (regions.length > 0 && regions.every(({ state }) => state === "ready")) {
      const connections = regions.reduce((sum, { totalCount }) => sum + (totalCount ?? 0), 0);
      return { ms: performance.now() - startedAt, connections };
    }
    await sleep(POLL_MS);
  }
  throw new Error(`The overview is not complete after ${TIMEOUT_MS / 1000} s.`);
}

export async function askOverview(url: string): Promise<Overview> {
  const response = await fetch(url + api.overview);
  if (!response.ok) throw new Error(`${api.overview} answers ${response.status}.`);
  return response.json();
}
