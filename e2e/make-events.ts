import { expect, REGION } from "@/e2e/fixtures";
import type { Simulator } from "@/lib/simulator/simulator";
import { api } from "@/lib/vpn/hrefs";
import type { EventList, EventParameters } from "@/lib/vpn/events";

/** A server, and who asks it. */
type Asker = { url: string; cookie?: string };
type Asked = Partial<EventParameters>;

const ask = ({ url, cookie = "" }: Asker, address: string) =>
  fetch(url + address, { headers: { cookie } });

/** Lets the server read a region that has these, and so see what is new since its last read. */
export async function readWith(asker: Asker, simulator: Simulator, connections: object[]) {
  simulator.setConnections(REGION, connections);
  // An order cannot be answered from one page: the region is read whole.
  const reply = await ask(asker, api.vpnConnections(REGION, { sort: "name" }));
  expect(reply.status).toBe(200);
}

export async function eventsOf(asker: Asker, asked: Asked = {}): Promise<EventList> {
  return (await ask(asker, api.events(asked))).json();
}

/** What has been read is written a moment later. */
export async function untilTold(asker: Asker, asked: Asked, count: number) {
  await expect.poll(async () => (await eventsOf(asker, asked)).totalCount).toBe(count);
}
