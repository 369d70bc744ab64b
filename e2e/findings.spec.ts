import type { Page } from "playwright/test";
import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import { expectAllInSight } from "@/e2e/no-overflow";
import { pairWith, singleWith } from "@/e2e/weak-connections";
import { setUp, VPN_GATEWAY, WORKS } from "@/e2e/wire";
import { api, pages } from "@/lib/vpn/hrefs";
import type { FindingPageParameters } from "@/lib/vpn/findings/parameters";
import type { Simulator } from "@/lib/simulator/simulator";

const HERE = { regionId: REGION };
const LONG = "n".repeat(100);

/** A pair whose second tunnel uses 3DES, a single one that uses MD5, and one with a name of 100 characters. */
const weaken = (simulator: Simulator) =>
  setUp(simulator, [
    pairWith("plant", { IkeEncAlg: "3DES" }),
    singleWith("office", { IkeAuthAlg: "md5" }),
    singleWith(
      "long",
      { IkeAuthAlg: "md5" },
      { Name: LONG, CustomerGatewayId: WORKS.CustomerGatewayId, RemoteSubnet: "10.9.0.0/16" },
    ),
  ]);

/** A part of the page, by its heading: a rule, or a connection. */
const part = (page: Page, name: string | RegExp) => page.getByRole("region", { name });

async function open(page: Page, asked: Partial<FindingPageParameters> = HERE) {
  await page.goto(pages.findings(asked));
  await expect(page.getByRole("heading", { level: 1, name: "Findings" })).toBeVisible();
}

test("a rule says once what to do and by which standard, and each row leads to its field", async ({
  page,
  simulator,
}) => {
  weaken(simulator);
  await open(page);
  const tripleDes = part(page, "3DES encryption");
  await expect(tripleDes).toContainText("High");
  await expect(tripleDes).toContainText("1 finding");
  await expect(tripleDes).toContainText("Set aes256");
  await expect(tripleDes.getByRole("link", { name: /^RFC 8221/ }).first()).toHaveAttribute(
    "href",
    /^https:\/\/www\.rfc-editor\.org\//,
  );
  await expect(tripleDes.getByRole("row")).toHaveCount(2);
  await expect(tripleDes.getByRole("row").nth(1)).toContainText("Tunnel 2");
  await expect(part(page, "MD5 authentication").getByRole("row")).toHaveCount(3);
  // Worst first.
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("MD5 authentication");
  await tripleDes.getByRole("link", { name: "IKE, phase 1: Encryption" }).click();
  await expect(page).toHaveURL(
    pages.connectionField(REGION, "vco-plant", "ikeConfig.ikeEncAlg", 2),
  );
  await expect(page.locator(":target")).toHaveText("3DES");
  await expect(page.locator(":target")).toBeInViewport();
});

test("severities, rules, search and chips narrow by links and forms, and stay together", async ({
  page,
  simulator,
}) => {
  weaken(simulator);
  await open(page);
  const severities = page.getByRole("navigation", { name: "By severity" });
  await severities.getByRole("link", { name: /^Critical/ }).click();
  await expect(page).toHaveURL(pages.findings({ ...HERE, severity: ["critical"] }));
  await expect(part(page, "3DES encryption")).toHaveCount(0);
  // The others keep their counts, so that they can be added.
  await expect(severities.getByRole("link", { name: /^High/ })).toContainText("1");
  await page.getByRole("link", { name: "Remove the filter severity Critical" }).click();
  await page
    .getByRole("navigation", { name: "By rule" })
    .getByRole("link", { name: /3DES encryption/ })
    .click();
  const asked = { ...HERE, rule: ["encryption-3des" as const], severity: ["high" as const] };
  await expect(page).toHaveURL(pages.findings(asked));
  await expect(page.getByText("1 finding", { exact: true }).first()).toBeVisible();
  await page.getByRole("link", { name: "By connection" }).click();
  await expect(part(page, /^plant/).getByRole("row")).toHaveCount(2);
  await page.goto(pages.findings({ ...HERE, by: "connection" }));
  await page.getByRole("main").getByRole("searchbox").fill("office");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(pages.findings({ ...HERE, by: "connection", q: "office" }));
  await expect(part(page, /^office/)).toContainText("MD5 authentication");
  await expect(part(page, /^office/)).toContainText("Single tunnel");
  await page.getByRole("main").getByRole("searchbox").fill("no such thing");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("No findings match the filters")).toBeVisible();
  await expect(page.getByText(/^3 connections were checked/)).toBeVisible();
  await page.goto(pages.findings({ ...HERE, pageSize: 1, pageNumber: 99 }));
  await page.getByRole("link", { name: "Go to the last page" }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
});

test("connections, gateways, the list and the overview tell of them and lead there", async ({
  page,
  simulator,
}) => {
  weaken(simulator);
  await page.goto(pages.vpnConnection(REGION, "vco-plant"));
  const own = part(page, "Findings");
  await expect(own.getByRole("row").nth(1)).toContainText("3DES encryption");
  await own.getByText("3DES encryption").click();
  await expect(own.getByText(/^What to set:/).first()).toBeVisible();
  await own.getByRole("link", { name: "IKE, phase 1: Encryption" }).first().click();
  await expect(page.locator(":target")).toHaveText("3DES");
  await page.goto(pages.list(VPN_GATEWAY));
  await expect(part(page, "Findings").getByRole("link", { name: /MD5/ })).toContainText("2");
  await page.goto(pages.customerGateway(REGION, WORKS.CustomerGatewayId));
  await part(page, "Findings").getByRole("link", { name: /MD5/ }).click();
  await expect(part(page, "MD5 authentication").getByRole("row")).toHaveCount(2);
  await page.goto(pages.vpnConnections(REGION, { sort: "name" }));
  await expect(rowOf(page, "plant").getByRole("link", { name: "1 high finding" })).toBeVisible();
  await rowOf(page, "office").getByRole("link", { name: "1 critical finding" }).click();
  await expect(page).toHaveURL(pages.findings({ ...HERE, vpnConnectionId: "vco-office" }));
  await page.goto(pages.home);
  const link = part(page, "Findings").getByRole("link", { name: /Critical/ });
  await expect(link).toBeVisible();
  await link.click();
  await expect(page).toHaveURL(pages.findings({ severity: ["critical"] }));
});

test("an open page shows by itself what is found next", async ({ page, simulator }) => {
  setUp(simulator, [pairWith("plant", {})]);
  await page.clock.install();
  await open(page);
  await expect(page.getByText("No findings", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("1 connection was checked against all rules.")).toBeVisible();
  weaken(simulator);
  await expect(async () => {
    await page.clock.fastForward("00:16");
    await expect(part(page, "3DES encryption")).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test.describe("without JavaScript and on paper", () => {
  test.use({ javaScriptEnabled: false });
  test("all is there, nothing is cut off, and links can be read", async ({
    page,
    request,
    simulator,
  }) => {
    weaken(simulator);
    // Such a page stays as it is, and what the server knows is a few seconds old.
    const found = async () => (await request.get(api.findings({ ...HERE, q: "md5" }))).text();
    await expect.poll(found).toContain(LONG);
    for (const by of ["rule", "connection"] as const) {
      await open(page, { ...HERE, by });
      await page.getByRole("main").getByRole("searchbox").fill("md5");
      await page.getByRole("button", { name: "Search" }).click();
      await expect(page).toHaveURL(pages.findings({ ...HERE, by, q: "md5" }));
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 718, height: 1000 });
      await expectAllInSight(page, `${by} on paper`);
      await expect(page.getByText(LONG).first()).toBeVisible();
      await expect(page.getByText(/^What to set:/).first()).toBeVisible();
      await expect(page.getByRole("main").getByRole("search")).toBeHidden();
      await expect(page.getByRole("link", { name: /CSV/ })).toBeHidden();
      const printed = await page
        .getByRole("link", { name: /^RFC 8247/ })
        .first()
        .evaluate((link) => getComputedStyle(link, "::after").content);
      expect(printed).toContain("https://www.rfc-editor.org/");
      await page.emulateMedia({ media: "screen" });
      for (const width of [390, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await expectAllInSight(page, `${by} at ${width} px`);
      }
    }
    await open(page, { ...HERE, pageSize: 1 });
    const onePage = page.getByText("This is one page of the list.");
    await expect(onePage).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await expect(onePage).toBeVisible();
    await page.emulateMedia({ media: "screen" });
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download as CSV" }).click();
    expect((await download).suggestedFilename()).toMatch(/^findings-cn-hangzhou-[\d-]+\.csv$/);
  });

  test("a region that cannot be read is named, and a failure is told", async ({
    page,
    simulator,
  }) => {
    simulator.faults.add({ kind: "error", code: "Forbidden.RAM", regionId: "ap-southeast-1" });
    await page.goto(pages.findings({ regionId: "ap-southeast-1" }));
    await expect(async () => {
      await page.reload();
      const gaps = page.getByRole("complementary", { name: "Missing regions" });
      await expect(gaps).toContainText("The server lacks a permission", { timeout: 1_000 });
    }).toPass();
    await expect(page.getByText("No findings so far")).toBeVisible();
    const { regions } = await (await page.request.get(api.findings())).json();
    expect(regions.length).toBeGreaterThan(2);
  });
});
