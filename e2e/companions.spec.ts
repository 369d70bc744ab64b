import { BETA, CUSTOMER, deny, expectConnection, missing, PAGES, VPN } from "@/e2e/companion-pages";
import { expect, test } from "@/e2e/fixtures";
import { drawingOf } from "@/e2e/page-parts";
import { GATEWAY, OFFICE, setUp, WORKS } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

/** What a drawing has from each call. */
const NAME_FROM = { [VPN]: "vgw-core", [CUSTOMER]: "works-firewall" };

for (const { name, address, own, id, called } of PAGES) {
  for (const denied of [[VPN], [CUSTOMER], [VPN, CUSTOMER]]) {
    test(`the ${name} page without ${denied.join(" and ")} says which permission is missing`, async ({
      page,
      simulator,
    }) => {
      setUp(simulator, [BETA]);
      deny(simulator, denied);
      await page.goto(address);
      await expectConnection(page);
      await expect(missing(page)).toContainText("The connections below are complete");
      for (const action of [VPN, CUSTOMER] as const) {
        const words = expect(missing(page));
        await (denied.includes(action) ? words : words.not).toContainText(`vpc:${action}.`);
        const drawn = expect(drawingOf(page));
        await (denied.includes(action) ? drawn.not : drawn).toContainText(NAME_FROM[action]);
      }
      const isOwnDenied = own !== null && denied.includes(own);
      const heading = isOwnDenied ? id : called;
      await expect(
        page.getByRole("heading", { level: 1, name: heading, exact: true }),
      ).toBeVisible();
      await expect(page).toHaveTitle(`${heading} · China (Hangzhou) · Tunnelboard`);
      await expect(page.getByRole("region", { name: / details$/ })).toHaveCount(
        own === null || isOwnDenied ? 0 : 1,
      );
    });
  }

  test(`the ${name} page has names again when it may`, async ({ page, simulator }) => {
    setUp(simulator, [BETA]);
    deny(simulator, [VPN, CUSTOMER]);
    await page.goto(address);
    await expect(missing(page)).toBeVisible();
    simulator.faults.clear();
    await page.reload();
    await expect(missing(page)).toHaveCount(0);
    await expect(drawingOf(page)).toContainText("vgw-core");
    await expect(drawingOf(page)).toContainText("works-firewall");
  });

  for (const [fault, words] of [
    [{ kind: "reset" }, "Cannot reach Alibaba Cloud"],
    [{ kind: "body", body: "<h1>Sign in</h1>" }, "Unreadable response from Alibaba Cloud"],
    [{ kind: "body", body: "{}" }, "Unreadable response from Alibaba Cloud"],
    [{ kind: "xml" }, "Unreadable response from Alibaba Cloud"],
    [{ kind: "status", status: 500 }, "Alibaba Cloud service error"],
  ] as const) {
    test(`the ${name} page shows its connections after ${JSON.stringify(fault)}`, async ({
      page,
      simulator,
    }) => {
      setUp(simulator, [BETA]);
      for (const action of [VPN, CUSTOMER]) simulator.faults.add({ action, ...fault });
      await page.goto(address);
      await expectConnection(page);
      await expect(missing(page)).toContainText(words);
    });
  }
}

for (const [action, other, regionId] of [
  // A region for each: a call that hangs is shared by all who ask for the same, also by later tests.
  [VPN, CUSTOMER, "ap-southeast-1"],
  [CUSTOMER, VPN, "cn-hongkong"],
] as const) {
  test(`pages do not wait for ever for ${action}`, async ({ page, simulator }) => {
    test.slow();
    simulator.setConnections(regionId, [BETA]);
    simulator.setVpnGateways(regionId, [GATEWAY]);
    simulator.setCustomerGateways(regionId, [WORKS, OFFICE]);
    simulator.faults.add({ action, regionId, kind: "hang" });
    for (const address of [
      pages.vpnGateway(regionId, "vpn-core"),
      pages.customerGateway(regionId, "cgw-works"),
      pages.vpnConnection(regionId, "vco-beta"),
    ]) {
      await page.goto(address);
      await expectConnection(page);
      await expect(drawingOf(page)).toContainText(NAME_FROM[other]);
      await expect(drawingOf(page)).not.toContainText(NAME_FROM[action]);
    }
  });
}
