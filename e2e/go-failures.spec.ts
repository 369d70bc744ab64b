import type { Locator, Page } from "playwright/test";
import { expect } from "@/e2e/fixtures";
import { LAST, test, uniqueId } from "@/e2e/many-regions";
import { drawingOf } from "@/e2e/page-parts";
import { single, UP } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

/** Opens the address until no region is being read any more: one may be silent since another test. */
async function untilSaid(page: Page, id: string, notice: Locator): Promise<void> {
  await expect(async () => {
    await page.goto(pages.go(id));
    await expect(notice).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** The same until the search leads to the page: a busy machine may first say that it is still reading. */
async function untilLedTo(page: Page, id: string, address: string): Promise<void> {
  await expect(async () => {
    await page.goto(pages.go(id));
    await expect(page).toHaveURL(address, { timeout: 1_000 });
  }).toPass();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("regions that could not say are named, each with the reason", async ({
      page,
      simulator,
    }) => {
      const action = "DescribeVpnConnections";
      const fault = { action, kind: "error", code: "Forbidden.RAM" } as const;
      simulator.faults.add({ ...fault, regionId: "cn-beijing" });
      simulator.faults.add({ action, kind: "body", body: "[]", regionId: LAST.regionId });
      const id = uniqueId("vco");
      const notice = page.getByRole("region", { name: "Id not found" });
      await untilSaid(page, id, notice);
      await expect(notice).toContainText(
        `${id} was not found, but some regions could not be read.`,
      );
      await expect(notice.getByRole("listitem")).toHaveText([
        "China (Beijing): The server lacks a permission",
        `${LAST.name}: Unreadable response from Alibaba Cloud`,
      ]);
      await expect(notice).not.toContainText("No region has");
      await expect(notice.getByRole("link", { name: "Try again" })).toHaveAttribute(
        "href",
        pages.go(id),
      );
    });

    test("a silent region that may have it: still reading, then its name", async ({
      page,
      simulator,
    }) => {
      test.slow();
      simulator.faults.add({
        kind: "hang",
        action: "DescribeVpnConnections",
        regionId: "cn-beijing",
      });
      await page.goto(pages.go(uniqueId("vco")));
      await expect(page.getByRole("heading", { name: "Still loading" })).toBeVisible();
      await page.getByRole("link", { name: "Reload" }).click();
      await expect(async () => {
        await page.reload();
        const silent = page.getByText("China (Beijing): Alibaba Cloud did not respond in time");
        await expect(silent).toBeVisible({ timeout: 1_000 });
      }).toPass();
    });
  });
}

// What the server answers to these is the same for every browser.
test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("regions that fail do not hide the one that has it", async ({ page, simulator }) => {
    for (const regionId of ["cn-hangzhou", "cn-beijing", "us-west-1"]) {
      simulator.faults.add({ kind: "error", code: "Forbidden", regionId });
    }
    const id = uniqueId("vco");
    simulator.setConnections(LAST.regionId, [single("hidden", UP, { VpnConnectionId: id })]);
    await untilLedTo(page, id, pages.vpnConnection(LAST.regionId, id));
  });

  test("where gateways may not be read, the connections that use one lead to it", async ({
    page,
    simulator,
  }) => {
    const [VpnGatewayId, CustomerGatewayId] = [uniqueId("vpn"), uniqueId("cgw")];
    simulator.setConnections(LAST.regionId, [
      single("user", UP, { VpnGatewayId, CustomerGatewayId }),
    ]);
    for (const action of ["DescribeVpnGateways", "DescribeCustomerGateways"]) {
      simulator.faults.add({ action, kind: "error", code: "Forbidden.RAM" });
    }
    for (const [id, address] of [
      [VpnGatewayId, pages.vpnGateway(LAST.regionId, VpnGatewayId)],
      [CustomerGatewayId, pages.customerGateway(LAST.regionId, CustomerGatewayId)],
    ] as const) {
      await untilLedTo(page, id, address);
      await expect(drawingOf(page)).toContainText("Tunnel 1: established");
    }
  });

  test("a silent region does not keep the one that has it from being found", async ({
    page,
    simulator,
  }) => {
    simulator.faults.add({
      kind: "hang",
      action: "DescribeVpnConnections",
      regionId: "cn-beijing",
    });
    const id = uniqueId("vco");
    simulator.setConnections(LAST.regionId, [single("hidden", UP, { VpnConnectionId: id })]);
    await page.goto(pages.go(id));
    await expect(page).toHaveURL(pages.vpnConnection(LAST.regionId, id));
  });
});

test("trying again asks the regions that could not say", async ({ page, simulator }) => {
  const regionId = "cn-beijing";
  const action = "DescribeVpnConnections";
  simulator.faults.add({ action, regionId, kind: "error", code: "Forbidden.RAM" });
  const id = uniqueId("vco");
  simulator.setConnections(regionId, [single("hidden", UP, { VpnConnectionId: id })]);
  const notice = page.getByRole("region", { name: "Id not found" });
  await untilSaid(page, id, notice);
  simulator.faults.clear();
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page).toHaveURL(pages.vpnConnection(regionId, id));
});

for (const id of ["vpn-ü", "vco-a b", "专线", "cgw-50%"]) {
  test(`${id} is shown as it was asked for, and looked for as such`, async ({ page }) => {
    await page.goto(pages.go(id));
    await expect(page.getByText(`“${id}”`)).toBeVisible();
    await page.goto(pages.vpnGateway("cn-beijing", id));
    await expect(page.getByText(`${id} is not there.`)).toBeVisible();
    await expect(page.getByRole("link", { name: "Search all regions" })).toHaveAttribute(
      "href",
      pages.go(id),
    );
  });
}
