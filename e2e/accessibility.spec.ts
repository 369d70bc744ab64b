import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { pages } from "@/lib/vpn/hrefs";
import type { Simulator } from "@/lib/simulator/simulator";

test.use({ allowFailedReplies: true });

const LIST = pages.vpnConnections(REGION, { pageSize: 20 });

/** Each view there is, and how to come to see it. */
const VIEWS: { name: string; show: (page: Page, simulator: Simulator) => Promise<unknown> }[] = [
  { name: "the list", show: (page) => page.goto(LIST) },
  {
    name: "open panels and an explanation",
    show: async (page) => {
      await page.goto(LIST);
      for (const toggle of (await page.getByRole("link", { expanded: false }).all()).slice(0, 4)) {
        await toggle.click();
      }
      await page.getByRole("table").nth(2).locator("summary").first().click();
    },
  },
  {
    name: "the region picker",
    show: async (page) => {
      await page.goto(LIST);
      await page.getByRole("button", { name: /^(Region|地域)/ }).click();
    },
  },
  {
    name: "an empty region",
    show: (page, simulator) => {
      simulator.setConnections(REGION, []);
      return page.goto(LIST);
    },
  },
  {
    name: "a filter without match",
    show: (page) => page.goto(pages.vpnConnections(REGION, { vpnGatewayId: "x" })),
  },
  {
    name: "a page past the end",
    show: (page) => page.goto(pages.vpnConnections(REGION, { pageNumber: 99 })),
  },
  {
    name: "a failure",
    show: (page, simulator) => {
      simulator.faults.add({ action: "DescribeVpnConnections", kind: "error", code: "Forbidden" });
      return page.goto(LIST);
    },
  },
  {
    name: "old rows after a failed refresh",
    show: async (page, simulator) => {
      await page.goto(LIST);
      simulator.faults.add({ action: "DescribeVpnConnections", kind: "error", code: "Forbidden" });
      await page.getByRole("link", { name: /^(Refresh|刷新)$/ }).click();
      await page.getByRole("alert").filter({ hasText: /\S/ }).waitFor();
    },
  },
  { name: "an unknown address", show: (page) => page.goto("/no/such/page") },
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const locale of ["en-US", "zh-CN"]) {
    test.describe(`${colorScheme}, ${locale}`, () => {
      test.use({ colorScheme, locale });
      for (const { name, show } of VIEWS) {
        test(`axe finds nothing in ${name}`, async ({ page, simulator }) => {
          await show(page, simulator);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
          await expect(page.locator("html")).toHaveAttribute(
            "lang",
            locale === "zh-CN" ? "zh-CN" : "en",
          );
          expect(await page.locator("body").innerText()).not.toMatch(
            /\b(undefined|NaN|null)\b|\[object/,
          );
          expect(await page.locator("main").innerText()).not.toMatch(
            /connections\.\w+\.|states\.\w+\./,
          );
        });
      }
    });
  }
}
