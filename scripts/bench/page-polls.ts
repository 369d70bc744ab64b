import { setTimeout as sleep } from "node:timers/promises";
import { api } from "@/lib/vpn/hrefs";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import { vpnConnectionsQuery } from "@/lib/vpn/queries";
import type { VpnConnectionList } from "@/lib/vpn/types";
import { askOverview } from "@/scripts/bench/overview-reading";

const REGION = "cn-hangzhou";
const { open: _open, ...QUESTION } = NO_PARAMETERS;
/** How often a page that is looked at asks. */
export const POLL_MS = Number(vpnConnectionsQuery(REGION, QUESTION).staleTime);
/** As queries.ts has it for a page that waits for regions. */
const SOON_MS = 1000;

/** One poll of a page that is looked at; whether it asks again soon, since more is being read. */
export type Poll = (url: string) => Promise<boolean>;

/** Polls as a page does, until that time by `performance.now()`. */
export async function keepPolling(poll: Poll, url: string, until: number): Promise<void> {
  while (performance.now() < until) {
    const startedAt = performance.now();
    const isSoon = await poll(url);
    const next = startedAt + (isSoon ? SOON_MS : POLL_MS);
    await sleep(Math.max(0, Math.min(next, until) - performance.now()));
  }
}

/** A page asks for the counts on top while its list comes without them; countsQuery says how. */
export async function pollList(url: string): Promise<boolean> {
  const list: VpnConnectionList = await ask(url + api.vpnConnections(REGION, QUESTION));
  if (list.counts === null && list.totalCount > 0) {
    const counts = { ...QUESTION, pageNumber: 1, pageSize: 1, sort: "verdict" } as const;
    await ask(url + api.vpnConnections(REGION, counts));
  }
  return (list.reading ?? 0) > 0;
}

export async function pollOverview(url: string): Promise<boolean> {
  const { reading } = await askOverview(url);
  return reading > 0;
}

async function ask(address: string) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  return response.json();
}
