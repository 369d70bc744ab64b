import type { APIRequestContext } from "playwright/test";
import { expect } from "@/e2e/fixtures";
import { api } from "@/lib/vpn/hrefs";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** What is known of all regions is a few seconds old: waits until it holds so many of these. */
export async function untilThere(
  request: APIRequestContext,
  asked: Partial<ListParameters>,
  count: number,
) {
  const question = api.vpnConnections(null, asked);
  const read = async (): Promise<VpnConnectionList> => (await request.get(question)).json();
  await expect.poll(async () => (await read()).totalCount, { timeout: 30_000 }).toBe(count);
}

export const untilSeen = (request: APIRequestContext, vpnConnectionId: string) =>
  untilThere(request, { vpnConnectionId }, 1);
