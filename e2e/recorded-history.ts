import type { Page } from "playwright/test";
import type { AppServer } from "@/e2e/app-server";
import { expect, REGION } from "@/e2e/fixtures";
import { api } from "@/lib/vpn/hrefs";
import type { History } from "@/lib/vpn/history";

/** The history of one connection as the API tells it. */
export async function historyOf(app: AppServer, id: string, cookie = ""): Promise<History> {
  const reply = await fetch(app.url + api.history(REGION, id, "24h"), { headers: { cookie } });
  return reply.json();
}

/** Has the region read until its history holds so many events of a connection, and knows it. */
export async function untilRecorded(app: AppServer, id: string, events = 0): Promise<History> {
  let history: History | null = null;
  await expect
    .poll(async () => {
      await fetch(app.url + api.vpnConnections(REGION, { sort: "name", pageSize: 1 }));
      history = await historyOf(app, id);
      return history.firstSeenAt !== null && history.events.length >= events;
    })
    .toBe(true);
  return history ?? historyOf(app, id);
}

/** The part of a page that shows history. */
export const historyIn = (page: Page) =>
  page.getByRole("region", { name: /^(History|Last 24 hours of each connection)$/ });

/** A part of a drawing, by what it says when it is pointed at. */
export const drawnIn = (page: Page, words: RegExp) =>
  historyIn(page).locator("rect").filter({ hasText: words });
