import { expect, REGION, test } from "@/e2e/fixtures";
import { pages } from "@/lib/vpn/hrefs";

test("a narrow window keeps the table a table", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(pages.vpnConnections(REGION));
  const table = page.getByRole("table", { name: /^IPsec connections in/ });
  await expect(table.getByRole("row")).toHaveCount(11);
  await expect(table.getByRole("columnheader")).toHaveCount(11);
});

for (const [name, address] of [
  ["the list page", pages.vpnConnections(REGION)],
  ["the page of events", pages.events()],
] as const) {
  test(`the JavaScript of ${name} stays within its budget`, async ({ page }) => {
    const { gzipSync } = await import("node:zlib");
    const bodies: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") bodies.push(response.body());
    });
    await page.goto(address, { waitUntil: "networkidle" });
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThanOrEqual(180_000);
  });
}
