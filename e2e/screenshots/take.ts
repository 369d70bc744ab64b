import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { startApp } from "@/e2e/app-server";
import { startSimulator } from "@/lib/simulator/simulator";
import { api, pages } from "@/lib/vpn/hrefs";
import type { Overview } from "@/lib/vpn/overview";
import type { VpnConnectionList } from "@/lib/vpn/types";

const FOLDER = join(import.meta.dirname, "..", "..", "docs", "images");
const REGION = "cn-hangzhou";
const ACCOUNT = { regions: 12, connections: 300 };

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 1440, height: 1000 }, deviceScaleFactor: 1.5 });

    test("the pages of the README", async ({ page }) => {
      const simulator = await startSimulator(ACCOUNT);
      const data = mkdtempSync(join(tmpdir(), "tunnelboard-pictures-"));
      // As the demo begins: with 30 simulated days.
      const past = ["--conditions=react-server", "scripts/demo-history.mjs", join(data, "past")];
      execFileSync(process.execPath, [...past, JSON.stringify(ACCOUNT)]);
      const app = await startApp(simulator, {
        TUNNELBOARD_CACHE_SECONDS: "10",
        TUNNELBOARD_DATA_DIR: join(data, "past"),
      });
      const reply = await fetch(app.url + api.vpnConnections(REGION));
      const list: VpnConnectionList = await reply.json();
      const named = (name: string) => {
        const found = list.vpnConnections.find((one) => one.name === name);
        expect(found, `${name} is in the simulator's account`).toBeDefined();
        return found?.vpnConnectionId ?? "";
      };
      const gateway = list.vpnConnections[0]?.vpnGatewayId ?? "";
      await expect
        .poll(async () => {
          const overview: Overview = await (await fetch(app.url + api.overview)).json();
          return overview.reading;
        })
        .toBe(0);
      for (const [name, address] of [
        ["overview", pages.home],
        ["list", pages.vpnConnections(REGION)],
        ["gateway", pages.vpnGateway(REGION, gateway)],
        ["connection", pages.vpnConnection(REGION, named("sap-hana-dr-link"), "30d")],
      ] as const) {
        await page.goto(app.url + address, { waitUntil: "networkidle" });
        await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`) });
      }
      await app.close();
      await simulator.close();
      rmSync(data, { recursive: true });
    });
  });
}
