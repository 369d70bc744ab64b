import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import { CASES } from "@/e2e/faults";
import { api, pages } from "@/lib/vpn/hrefs";

test.use({ allowFailedReplies: true });

/** What the pages say of each fault is for outage.spec.ts to see; here is what the browser adds. */
const SHOWN = new Set(["Forbidden.RAM", "a connection that is reset"]);

for (const { name, fault, upstreamCode, advice } of CASES.filter((one) => SHOWN.has(one.name))) {
  test(`${name}: the page stays readable in the browser, and recovers`, async ({
    page,
    simulator,
  }) => {
    const end = simulator.faults.add({ ...fault, action: "DescribeVpnConnections" });
    await page.goto(pages.vpnConnections(REGION));
    const view = page.getByRole("region").filter({ hasText: advice });
    await expect(view).toBeVisible();
    if (upstreamCode !== undefined) {
      await expect(view).toContainText(upstreamCode);
      await expect(view.getByRole("button", { name: "Copy RequestId" })).toBeVisible();
    }
    await expect(page.getByText("No IPsec connections")).toHaveCount(0);
    end();
    await page.reload();
    await expect(page.getByRole("link", { name: /^Details of/ }).first()).toBeVisible();
  });
}

test("trying again works in place, and a page left alone recovers too", async ({
  page,
  simulator,
}) => {
  const fault = { action: "DescribeVpnConnections", kind: "error", code: "Forbidden" } as const;
  simulator.faults.add(fault);
  await page.clock.install();
  await page.goto(pages.vpnConnections(REGION));
  await expect(page.getByRole("link", { name: "Try again" })).toBeVisible();
  simulator.faults.clear();
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(rowOf(page, "hz-prod-to-frankfurt-dc1")).toBeVisible();

  simulator.faults.add(fault);
  await page.reload();
  await expect(page.getByRole("link", { name: "Try again" })).toBeVisible();
  simulator.faults.clear();
  await page.clock.fastForward("00:16");
  await expect(rowOf(page, "hz-prod-to-frankfurt-dc1")).toBeVisible();
});

test("the browser does not ask sooner than Alibaba wants it to", async ({ page, simulator }) => {
  simulator.faults.add({
    action: "DescribeVpnConnections",
    kind: "throttle",
    retryAfterMs: 60_000,
    regionId: "ap-southeast-1",
  });
  await page.clock.install();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const regionId = "ap-southeast-1";
  const calls = () => asked.filter((url) => url.includes(api.vpnConnections(regionId))).length;
  await page.goto(pages.vpnConnections(regionId));
  await expect(page.getByText("in 60 seconds")).toBeVisible();
  await page.clock.fastForward("00:50");
  await expect(page.getByText("in 60 seconds")).toBeVisible();
  expect(calls()).toBe(0);
  // A page that came alive only after the first leap counts its seconds from there.
  const callsLater = async () => {
    await page.clock.fastForward("00:11");
    return calls();
  };
  await expect.poll(callsLater).toBe(1);
});

test("wrong types are read as what they mean", async ({ page, simulator }) => {
  simulator.faults.add({ action: "DescribeVpnConnections", kind: "wrong-types" });
  await page.goto(pages.vpnConnections(REGION));
  await expect(rowOf(page, "hz-prod-to-frankfurt-dc1")).toContainText("Up");
});

test("the regions alone failing does not take the list down", async ({ page, simulator }) => {
  // A language of its own: the list of regions in English is known to the server by now.
  simulator.faults.add({ action: "DescribeRegions", kind: "error", code: "Forbbiden" });
  await page.setExtraHTTPHeaders({ "accept-language": "zh-CN" });
  await page.goto(pages.vpnConnections(REGION));
  await expect(page.getByText("hz-prod-to-frankfurt-dc1")).toBeVisible();
});

test("when a refresh fails the rows stay and say since when they are old", async ({
  page,
  simulator,
}) => {
  await page.goto(pages.vpnConnections(REGION));
  await expect(rowOf(page, "sap-hana-dr-link")).toBeVisible();
  const end = simulator.faults.add({
    action: "DescribeVpnConnections",
    kind: "error",
    code: "Forbidden.RAM",
  });
  await page.getByRole("link", { name: "Refresh" }).click();
  const banner = page.getByRole("alert").filter({ hasText: "Old data, read at" });
  await expect(banner).toContainText("The server lacks a permission");
  await expect(rowOf(page, "sap-hana-dr-link")).toBeVisible();
  end();
  await page.getByRole("link", { name: "Refresh" }).click();
  await expect(banner).toHaveCount(0);
});

test("when Tunnelboard itself does not answer, the page says that", async ({ page }) => {
  await page.goto(pages.vpnConnections(REGION));
  await page.route("**/api/**", (route) => route.abort());
  await page.getByRole("link", { name: "Refresh" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Old data, read at" })).toContainText(
    "The Tunnelboard server does not respond",
  );
});

test("an API that never answers: still reading, then a time-out", async ({
  page,
  request,
  simulator,
}) => {
  test.slow();
  const end = simulator.faults.add({ action: "DescribeVpnConnections", kind: "hang" });
  const reply = request.get(api.vpnConnections(REGION), { timeout: 60_000 });
  await page.goto(pages.vpnConnections(REGION));
  await expect(page.getByRole("heading", { name: "Still loading" })).toBeVisible();
  expect((await reply).status()).toBe(504);
  await expect(page.getByRole("heading", { name: "did not respond in time" })).toBeVisible({
    timeout: 60_000,
  });
  end();
  await page.getByRole("link", { name: /Try/ }).click();
  await expect(rowOf(page, "hz-prod-to-frankfurt-dc1")).toBeVisible({ timeout: 60_000 });
});
