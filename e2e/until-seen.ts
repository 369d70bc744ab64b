import type { APIRequestContext } from "playwright/test";
import { expect } from "@/e2e/fixtures";
import { api } from "@/lib/vpn/hrefs";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** What is known of all regions is a few seconds old: waits until it has this connection. */
export async function untilSeen(request: APIRequestContext, vpnConnectionId: string) {
  const question = api.vpnConnections(null, { vpnConnectionId });
  const read = async (): Promise<VpnConnectionList> => (await request.get(question)).json();
  await expect.poll(async () => (await read()).totalCount, { timeout: 30_000 }).toBeGreaterThan(0);
}
