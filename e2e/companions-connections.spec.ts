import { BETA, CUSTOMER, deny, expectConnection, missing, PAGES, VPN } from "@/e2e/companion-pages";
import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import { drawingOf, stopPolls } from "@/e2e/page-parts";
import { setUp, VPN_GATEWAY } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

for (const { name, address, own } of PAGES) {
  test(`the ${name} page says so when the connections alone cannot be read`, async ({
    page,
    simulator,
  }) => {
    setUp(simulator, [BETA]);
    const end = simulator.faults.add({
      action: "DescribeVpnConnections",
      kind: "error",
      code: "Forbidden.RAM",
    });
    await page.goto(address);
    const failed = page.getByRole("region", { name: "The server lacks a permission" });
    await expect(failed).toContainText("vpc:DescribeVpnConnections");
    await expect(page.getByText(/No IPsec connections|No such/)).toHaveCount(0);
    await expect(missing(page)).toHaveCount(0);
    await expect(drawingOf(page)).toHaveCount(0);
    await expect(page.getByRole("region", { name: / details$/ })).toHaveCount(own === null ? 0 : 1);
    end();
    await page.reload();
    await expectConnection(page);
  });
}

test("trying again brings headline and drawing back with the rows", async ({ page, simulator }) => {
  setUp(simulator, [BETA]);
  await stopPolls(page);
  simulator.faults.add({ action: "DescribeVpnConnections", kind: "error", code: "Forbidden" });
  await page.goto(pages.list(VPN_GATEWAY));
  await expect(page.getByRole("link", { name: "Try again" })).toBeVisible();
  simulator.faults.clear();
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(rowOf(page, "beta")).toBeVisible();
  await expectConnection(page);
});

test("a customer gateway that may not be read is not said to be there", async ({
  page,
  simulator,
}) => {
  setUp(simulator, []);
  deny(simulator, [CUSTOMER]);
  await page.goto(pages.customerGateway(REGION, "cgw-nowhere"));
  await expect(missing(page)).toContainText(`vpc:${CUSTOMER}.`);
  await expect(page.getByText(/the (customer )?gateway is there/)).toHaveCount(0);
});

test("a VPN gateway that may not be read is not said to be there", async ({ page, simulator }) => {
  setUp(simulator, []);
  deny(simulator, [VPN]);
  await page.goto(pages.vpnGateway(REGION, "vpn-nowhere"));
  await expect(missing(page)).toContainText(`vpc:${VPN}.`);
  await expect(page.getByText(/the gateway is there/)).toHaveCount(0);
});
