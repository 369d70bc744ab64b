import type { Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { rowNames } from "@/e2e/page-parts";
import { CUSTOMER_GATEWAY, numbered, PHASE_1_FAILED, setUp, UP, VPN_GATEWAY } from "@/e2e/wire";
import type { ListPageParameters } from "@/lib/vpn/list-parameters";
import { pages } from "@/lib/vpn/hrefs";

const SCOPES = [{ of: "region", regionId: REGION }, VPN_GATEWAY, CUSTOMER_GATEWAY] as const;

const FIRST = Array.from({ length: 10 }, (_, index) => `n${index + 10}`);
const SECOND = ["n20", "n21"];

const toggle = (page: Page, name: string) =>
  page.getByRole("link", { name: `Details of ${name}`, exact: true });

test.beforeEach(({ simulator }) => {
  setUp(
    simulator,
    numbered(12, (index) => (index === 0 ? PHASE_1_FAILED : UP)),
  );
});

for (const scope of SCOPES) {
  /** The address, the rows and the open panels, as they must be together. */
  const expectView = async (
    page: Page,
    parameters: Partial<ListPageParameters>,
    names: string[],
    open: string[] = [],
  ) => {
    const ids = open.map((name) => `vco-${name}`);
    await expect(page).toHaveURL(pages.list(scope, { ...parameters, open: ids }));
    await expect(page.getByRole("link", { name: /^Details of/ })).toHaveText(names);
    await expect(page.getByRole("link", { name: /^Details of/, expanded: true })).toHaveText(
      names.filter((name) => open.includes(name)),
    );
    await expect(page.getByRole("table", { name: "IKE, phase 1" })).toHaveCount(open.length);
  };

  test.describe(`on the list of a ${scope.of}`, () => {
    test("Back closes the panels one by one, and Forward opens them again", async ({ page }) => {
      await page.goto(pages.list(scope));
      await toggle(page, "n12").click();
      await expectView(page, {}, FIRST, ["n12"]);
      await toggle(page, "n11").click();
      await expectView(page, {}, FIRST, ["n12", "n11"]);
      await page.goBack();
      await expectView(page, {}, FIRST, ["n12"]);
      await page.goBack();
      await expectView(page, {}, FIRST);
      await page.goForward();
      await expectView(page, {}, FIRST, ["n12"]);
      await page.goForward();
      await expectView(page, {}, FIRST, ["n12", "n11"]);
      await toggle(page, "n12").click();
      await expectView(page, {}, FIRST, ["n11"]);
      await page.goBack();
      await expectView(page, {}, FIRST, ["n12", "n11"]);
    });

    test("Back leads through pages and their panels", async ({ page }) => {
      await page.goto(pages.list(scope));
      await toggle(page, "n10").click();
      await expectView(page, {}, FIRST, ["n10"]);
      await page.getByRole("link", { name: "Next page" }).click();
      await expectView(page, { pageNumber: 2 }, SECOND);
      await toggle(page, "n21").click();
      await expectView(page, { pageNumber: 2 }, SECOND, ["n21"]);
      await page.goBack();
      await expectView(page, { pageNumber: 2 }, SECOND);
      await page.goBack();
      await expectView(page, {}, FIRST, ["n10"]);
      await page.goForward();
      await expectView(page, { pageNumber: 2 }, SECOND);
      await page.goForward();
      await expectView(page, { pageNumber: 2 }, SECOND, ["n21"]);
    });

    test("Back takes a filter away, and leads out of and into another page", async ({ page }) => {
      await page.goto(pages.list(scope));
      await toggle(page, "n10").click();
      const states = page.getByRole("navigation", { name: "By status" });
      await states.getByRole("link", { name: "Down" }).click();
      await expectView(page, { status: ["down"] }, ["n10"]);
      await toggle(page, "n10").click();
      await page.getByRole("link", { name: "Open connection" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "n10" })).toBeVisible();
      await page.goBack();
      await expectView(page, { status: ["down"] }, ["n10"], ["n10"]);
      await page.goBack();
      await expectView(page, { status: ["down"] }, ["n10"]);
      await page.goBack();
      await expectView(page, {}, FIRST, ["n10"]);
      await page.goBack();
      await expectView(page, {}, FIRST);
    });

    test("a reload keeps the view, and Back still works after it", async ({ page }) => {
      await page.goto(pages.list(scope, { pageNumber: 2 }));
      await toggle(page, "n20").click();
      await expectView(page, { pageNumber: 2 }, SECOND, ["n20"]);
      await toggle(page, "n21").click();
      await expectView(page, { pageNumber: 2 }, SECOND, ["n20", "n21"]);
      await page.reload();
      await expectView(page, { pageNumber: 2 }, SECOND, ["n20", "n21"]);
      await page.goBack();
      await expectView(page, { pageNumber: 2 }, SECOND, ["n20"]);
      await page.goBack();
      await expectView(page, { pageNumber: 2 }, SECOND);
    });
  });
}

test("a click in the moment in which the page comes alive opens the panel too", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const click = () => {
      const link = document.querySelector<HTMLAnchorElement>("a[aria-expanded=false]");
      const isReacts = Object.keys(link ?? {}).some((key) => key.startsWith("__reactProps"));
      if (link && isReacts) link.click();
      else setTimeout(click);
    };
    if (!location.search.includes("open=")) click();
  });
  await page.goto(pages.list(VPN_GATEWAY));
  await expect(page).toHaveURL(pages.list(VPN_GATEWAY, { open: ["vco-n10"] }));
  await expect(page.getByRole("link", { expanded: true })).toHaveText(["n10"]);
});

test("without JavaScript the same steps are the same addresses", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pages.list(VPN_GATEWAY));
  await toggle(page, "n12").click();
  await toggle(page, "n11").click();
  await expect(page).toHaveURL(pages.list(VPN_GATEWAY, { open: ["vco-n12", "vco-n11"] }));
  await page.goBack();
  await expect(page.getByRole("link", { expanded: true })).toHaveText(["n12"]);
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(rowNames(page)).toHaveText(SECOND);
  await page.goBack();
  await expect(page).toHaveURL(pages.list(VPN_GATEWAY, { open: ["vco-n12"] }));
  await context.close();
});
