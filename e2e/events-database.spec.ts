import { expect, test } from "@/e2e/fixtures";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import { api, pages } from "@/lib/vpn/hrefs";

test.use({
  allowFailedReplies: true,
  // Nobody listens there.
  settings: { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" },
});

test("while the database is away the page says so and how it comes back, the overview stands, and there is no file", async ({
  page,
  request,
}) => {
  await page.goto(pages.events());
  await expect(page.getByRole("heading", { name: "History is not available" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Try again" })).toBeVisible();
  await page.goto(pages.home);
  const latest = page.getByRole("region", { name: "Latest changes" });
  await expect(latest).toContainText("The PostgreSQL server of DATABASE_URL does not answer");
  await expect(page.getByRole("heading", { name: "Regions" })).toBeVisible();
  for (const format of ["csv", "json"] as const) {
    const reply = await request.get(api.downloadEvents(NO_EVENT_PARAMETERS, format));
    expect(reply.status()).toBe(503);
    expect(reply.headers()["content-type"]).toBe("application/problem+json");
    expect(reply.headers()["content-disposition"]).toBeUndefined();
    expect(await reply.json()).toMatchObject({ code: "history_unavailable" });
  }
});
