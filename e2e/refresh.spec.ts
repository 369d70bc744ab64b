import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import { pages } from "@/lib/vpn/hrefs";

const connection = (status: string) => ({
  VpnConnectionId: "vco-1",
  Name: "watched",
  Status: status,
});

test("a visible page reads again by itself, and keeps panels, focus and place", async ({
  page,
  simulator,
}) => {
  const others = Array.from({ length: 9 }, (_, index) => ({
    VpnConnectionId: `vco-other-${index}`,
    Name: `other ${index}`,
  }));
  simulator.setConnections(REGION, [...others, connection("ipsec_sa_established")]);
  await page.clock.install();
  // So low that the row is below it.
  await page.setViewportSize({ width: 1280, height: 480 });
  await page.goto(pages.vpnConnections(REGION));
  await expect(rowOf(page, "watched")).toContainText("Up");
  const toggle = page.getByRole("link", { name: "Details of watched" });
  await toggle.click();
  await toggle.focus();
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  const place = await toggle.boundingBox();

  simulator.setConnections(REGION, [...others, connection("ike_sa_not_established")]);
  await page.clock.fastForward("00:16");
  await expect(rowOf(page, "watched")).toContainText("phase 1 failed");
  await expect(toggle).toBeFocused();
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  // Rows above it may have grown by what has been read since.
  expect((await toggle.boundingBox())?.y).toBeCloseTo(place?.y ?? 0, 0);
});

test("a refresh by hand is announced and shows the newest rows", async ({ page, simulator }) => {
  simulator.setConnections(REGION, [connection("ipsec_sa_established")]);
  await page.goto(pages.vpnConnections(REGION));
  simulator.setConnections(REGION, [connection("ipsec_sa_not_established")]);
  await page.getByRole("link", { name: "Refresh" }).click();
  await expect(rowOf(page, "watched")).toContainText("phase 2 failed");
  await expect(page.getByRole("status").filter({ hasText: "List as read at" })).toHaveCount(1);
});

test("times are in the user's zone, with UTC at hand", async ({ page, simulator }) => {
  const createTime = Date.UTC(2024, 0, 1, 20, 30, 0);
  simulator.setConnections(REGION, [{ ...connection(""), CreateTime: createTime }]);
  await page.goto(pages.vpnConnections(REGION, { open: ["vco-1"] }));
  // Shanghai, which the tests' browser is in, is eight hours ahead.
  const time = page.getByText("2024-01-02 04:30:00");
  await expect(time).toHaveAttribute("title", /2024-01-01 20:30:00 UTC$/);
});
