import { expect, REGION, test } from "@/e2e/fixtures";
import { pages } from "@/lib/vpn/hrefs";

const CIDRS = Array.from({ length: 10 }, (_, index) => `10.${100 + index}.128.0/17`).join(",");

/** Values as nobody wishes them, and the API allows them. */
const UGLY = [
  {
    Name: "n".repeat(100),
    LocalSubnet: CIDRS,
    RemoteSubnet: CIDRS,
    Status: "ipsec_sa_established",
  },
  { Name: "专".repeat(100), Status: "x".repeat(80) },
  { Name: '<script>alert(1)</script> & "quotes"', Status: "" },
  { Name: "", IkeConfig: { IkeEncAlg: "a".repeat(90), LocalId: "l".repeat(100) } },
  { Name: "‮right to left‬ مرحبا", Tag: { Tag: [{ Key: "k".repeat(64), Value: "v".repeat(128) }] } },
].map((body, index) => ({
  VpnConnectionId: `vco-ugly-${index}`,
  VpnGatewayId: `vpn-${"g".repeat(30)}`,
  ...body,
}));

for (const width of [390, 768, 1024, 1280, 1440]) {
  test(`nothing scrolls sideways at ${width} px, whatever the values`, async ({
    page,
    simulator,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    simulator.setConnections(REGION, UGLY);
    const open = UGLY.map(({ VpnConnectionId }) => VpnConnectionId);
    for (const address of [
      pages.vpnConnections(REGION, { open }),
      pages.vpnConnections("cn-beijing"),
      pages.vpnConnections("no-such-region"),
    ]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, address).toBe(0);
      const cut = await page
        .getByRole("cell")
        .or(page.getByRole("rowheader"))
        .evaluateAll((cells) =>
          cells
            .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
            .map((cell) => cell.textContent),
        );
      expect(cut, address).toEqual([]);
    }
  });
}

test("a narrow window keeps the table a table", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(pages.vpnConnections(REGION));
  const table = page.getByRole("table", { name: /^IPsec connections in/ });
  await expect(table.getByRole("row")).toHaveCount(11);
  await expect(table.getByRole("columnheader")).toHaveCount(8);
});

test("the JavaScript of the list page stays within its budget", async ({ page }) => {
  const { gzipSync } = await import("node:zlib");
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  await page.goto(pages.vpnConnections(REGION), { waitUntil: "networkidle" });
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThanOrEqual(180_000);
});
