import type { Page } from "playwright/test";
import { violationsInBoth } from "@/e2e/axe-violations";
import { expect, REGION, SECRETS, test } from "@/e2e/fixtures";
import { readWith, untilTold } from "@/e2e/make-events";
import { expectAllInSight } from "@/e2e/no-overflow";
import { untilHydrated } from "@/e2e/small-list";
import { pair, PHASE_1_FAILED, single, UP } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

/** Rows of the page, each with what one read showed of one thing. */
const rows = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("list", { name: /^\d{4}-/ })
    .locator("> li");
const kinds = (page: Page) => page.getByRole("navigation", { name: "By kind" });

/** Whatever comes after a first read has been created. */
test.beforeEach(({ app, simulator }) => readWith(app, simulator, []));

test("what changed is told newest first, with links, states, and how long they lasted", async ({
  app,
  page,
  simulator,
}) => {
  const asked = { vpnConnectionId: "vco-office" };
  await readWith(app, simulator, [single("office", UP)]);
  await readWith(app, simulator, [single("office", PHASE_1_FAILED)]);
  await readWith(app, simulator, [single("office", UP)]);
  await untilTold(app, asked, 3);
  await page.goto(pages.events(asked));
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(0)).toContainText(/Up.*DowntoUp.*Was down for \d+ s/);
  await expect(rows(page).nth(1)).toContainText("UptoDown");
  await expect(rows(page).nth(2)).toContainText("Created");
  await expect(rows(page).nth(0)).toContainText("China (Hangzhou)");
  await rows(page).nth(1).getByRole("link", { name: "office" }).click();
  await expect(page).toHaveURL(pages.vpnConnection(REGION, "vco-office"));
  await page.getByRole("link", { name: "See all events" }).click();
  await expect(page).toHaveURL(pages.events({ regionId: REGION, ...asked }));
  await expect(rows(page)).toHaveCount(3);
});

/** A pair whose first tunnel has this key and lifetime. */
function withPsk(Psk: string, IkeLifetime: number) {
  const ike = { IkeVersion: "ikev2", IkeLifetime, Psk };
  const body = pair("plant", [UP, PHASE_1_FAILED]);
  const { TunnelOptions } = body.TunnelOptionsSpecification;
  const [first = {}, second = {}] = TunnelOptions;
  const tunnels = [{ ...first, TunnelIkeConfig: ike }, second];
  return { ...body, TunnelOptionsSpecification: { TunnelOptions: tunnels } };
}

test("a connection and its tunnel are one row, and a change names fields, not secrets", async ({
  app,
  page,
  simulator,
}) => {
  const asked = { vpnConnectionId: "vco-plant" };
  await readWith(app, simulator, [pair("plant", [UP, UP])]);
  await readWith(app, simulator, [withPsk(SECRETS.psk, 86_400)]);
  await readWith(app, simulator, [withPsk("psk-An0therOne-77aa", 3600)]);
  await untilTold(app, asked, 5);
  await page.goto(pages.events(asked));
  await expect(rows(page).nth(0)).toContainText("Configuration changed");
  await expect(rows(page).nth(0)).toContainText("IKE, phase 1: Lifetime86400 sto 3600 s");
  await expect(rows(page).nth(0)).toContainText("IKE, phase 1: Pre-shared keychanged");
  await expect(rows(page).nth(1)).toContainText(/Degraded.*UptoDegraded/);
  await expect(rows(page).nth(1)).toContainText(/Tunnel 2 down.*UptoDown/);
  const html = await page.content();
  expect(html).not.toContain(SECRETS.psk);
  expect(html).not.toContain("An0therOne");
});

test("kinds are links with counts, chips take filters away, and pages are links", async ({
  app,
  page,
  simulator,
}) => {
  const asked = { vpnConnectionId: "vco-flap" };
  await readWith(app, simulator, [single("flap", UP)]);
  for (let time = 0; time < 6; time += 1) {
    await readWith(app, simulator, [single("flap", PHASE_1_FAILED)]);
    await readWith(app, simulator, [single("flap", UP)]);
  }
  await untilTold(app, asked, 13);
  await page.goto(pages.events(asked));
  await expect(kinds(page).getByRole("link")).toHaveText(["Down6", "Up6", "Created1"]);
  await kinds(page).getByRole("link", { name: /^Down/ }).click();
  await expect(page).toHaveURL(pages.events({ ...asked, kind: ["down"] }));
  await expect(rows(page)).toHaveCount(6);
  await expect(kinds(page).getByRole("link", { name: /^Down/ })).toHaveAttribute(
    "aria-current",
    "true",
  );
  // The others keep their counts, so that they can be added.
  await kinds(page)
    .getByRole("link", { name: /^Created/ })
    .click();
  await expect(page).toHaveURL(pages.events({ ...asked, kind: ["down", "created"] }));
  await expect(rows(page)).toHaveCount(7);
  await page.getByRole("link", { name: "Remove the filter kind Created" }).click();
  await expect(rows(page)).toHaveCount(6);
  await kinds(page).getByRole("link", { name: /^Down/ }).click();
  await expect(page).toHaveURL(pages.events(asked));
  await page.getByRole("link", { name: "10 per page" }).click();
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(pages.events({ ...asked, pageSize: 10, pageNumber: 2 }));
  await expect(page.getByText("11–13 of 13")).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await page.goto(pages.events({ ...asked, pageNumber: 9 }));
  await page.getByRole("link", { name: "Go to the last page" }).click();
  await expect(rows(page)).toHaveCount(13);
});

test("a visible page tells by itself what happens", async ({ app, page, simulator }) => {
  const asked = { vpnConnectionId: "vco-watched" };
  await readWith(app, simulator, [single("watched", UP)]);
  await untilTold(app, asked, 1);
  await page.clock.install();
  await page.goto(pages.events(asked));
  await expect(rows(page)).toHaveCount(1);
  await readWith(app, simulator, [single("watched", PHASE_1_FAILED)]);
  await untilTold(app, asked, 2);
  await page.clock.fastForward("00:16");
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText("Down");
});

test("times are asked for and told in the user's zone", async ({ app, page, simulator }) => {
  await readWith(app, simulator, [single("zoned", UP)]);
  await page.goto(pages.events());
  await untilHydrated(page);
  await page.getByText("Filter by region, id or time").click();
  await page.getByLabel("From", { exact: true }).fill("2024-01-02T04:30");
  await page.getByRole("combobox", { name: "Region" }).selectOption(REGION);
  await page.getByRole("button", { name: "Apply" }).click();
  // Shanghai, which the tests' browser is in, is eight hours ahead.
  const since = Date.UTC(2024, 0, 1, 20, 30);
  await expect(page).toHaveURL(pages.events({ regionId: REGION, since }));
  await expect(page.getByText("from 2024-01-02 04:30:00")).toBeVisible();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("2024-01-02T04:30");
  await page.getByLabel("Before", { exact: true }).fill("2024-01-03T00:00");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("No events match the filters")).toBeVisible();
  await page.getByRole("link", { name: "Show all events" }).click();
  await expect(page).toHaveURL(pages.events());
});

test("j and Enter lead to what an event is of", async ({ app, page, request, simulator }) => {
  const asked = { vpnConnectionId: "vco-walked" };
  await readWith(app, simulator, [single("walked", UP)]);
  await readWith(app, simulator, [single("walked", PHASE_1_FAILED)]);
  await expect
    .poll(async () => (await request.get(`/api${pages.events(asked)}`)).text())
    .toContain("vco-walked");
  await page.goto(pages.events(asked));
  await untilHydrated(page);
  await page.keyboard.press("j");
  await expect(rows(page).first().getByRole("link", { name: "walked" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(pages.vpnConnection(REGION, "vco-walked"));
});

const named = (status: string, Name: string) => single("long", status, { Name });

for (const [locale, mark] of [
  ["en-US", "Configuration changed"],
  ["zh-CN", "配置变更"],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    test("axe finds nothing, light and dark, and nothing scrolls sideways", async ({
      app,
      page,
      request,
      simulator,
    }) => {
      const asked = { vpnConnectionId: "vco-long" };
      await readWith(app, simulator, [named(UP, "n".repeat(100))]);
      await readWith(app, simulator, [named(PHASE_1_FAILED, "专".repeat(100))]);
      await expect
        .poll(async () => (await request.get(`/api${pages.events(asked)}`)).text())
        .toContain("专专");
      await page.goto(pages.events(asked));
      await expect(page.getByText(mark).first()).toBeVisible();
      expect(await violationsInBoth(page)).toEqual([]);
      expect(await page.locator("body").innerText()).not.toMatch(
        /\b(undefined|NaN|null)\b|\[object|\b(events|connections|duration)\.\w/,
      );
      await page.getByRole("main").getByRole("search").locator("summary").click();
      for (const width of [390, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await expectAllInSight(page, `${width} px`);
      }
    });
  });
}
