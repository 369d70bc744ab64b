import { expect, REGION, test } from "@/e2e/fixtures";
import { single, UP } from "@/e2e/wire";
import { api, pages } from "@/lib/vpn/hrefs";
import type { Simulator } from "@/lib/simulator/simulator";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** Answers are kept for as long as these tests run. */
test.use({
  allowFailedReplies: true,
  settings: { TUNNELBOARD_CACHE_SECONDS: "600", TUNNELBOARD_STALE_SECONDS: "3600" },
});
// One worker has them all: another would start a server of the same settings.
test.describe.configure({ mode: "default" });

const ACTION = "DescribeVpnConnections";

const callsOf = (simulator: Simulator, regionId: string) =>
  simulator.requests.filter((one) => one.action === ACTION && one.regionId === regionId).length;

test("two hundred users cost as many calls as one", async ({ request, simulator }) => {
  simulator.setConnections("cn-beijing", [single("a", UP)]);
  const before = callsOf(simulator, "cn-beijing");
  await Promise.all(
    Array.from({ length: 200 }, () => request.get(api.vpnConnections("cn-beijing"))),
  );
  // The asked page, so that rows come after one call, and the region that follows it.
  expect(callsOf(simulator, "cn-beijing") - before).toBe(2);
});

test("all pages and routes live on one read of a region", async ({ page, request, simulator }) => {
  await request.get(api.overview);
  await expect
    .poll(async () => {
      const { regions } = await (await request.get(api.overview)).json();
      return regions.every(({ state }: { state: string }) => state === "ready");
    })
    .toBe(true);
  const before = simulator.requests.filter(({ action }) => action === ACTION).length;
  await Promise.all(Array.from({ length: 50 }, () => request.get(api.overview)));
  await request.get(api.vpnConnections(null, { q: "hz" }));
  const list: VpnConnectionList = await (await request.get(api.vpnConnections(REGION))).json();
  // What a plain page alone would not know.
  expect(list.counts).not.toBeNull();
  const [first] = list.vpnConnections;
  await request.get(api.vpnConnection(REGION, first?.vpnConnectionId ?? ""));
  await request.get(api.vpnConnections(REGION, { vpnGatewayId: first?.vpnGatewayId ?? "" }));
  await page.goto(pages.home);
  await page.goto(pages.vpnConnections(REGION, { pageNumber: 2 }));
  const after = simulator.requests.filter(({ action }) => action === ACTION).length;
  expect(after - before).toBe(0);
});
