import { api } from "@/lib/vpn/hrefs";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { Region, VpnConnection } from "@/lib/vpn/types";
import { startApp } from "@/scripts/bench/app";
import { ACCOUNT, startSimulatorProcess } from "@/scripts/bench/simulator";

/** As the app has read them, region by region. */
export async function allConnections(): Promise<VpnConnection[]> {
  const simulator = await startSimulatorProcess(ACCOUNT);
  const app = await startApp(simulator, { env: { TUNNELBOARD_CALLS_PER_SECOND: "10000" } });
  const { regions }: { regions: Region[] } = await json(app.url + api.regions);
  const connections: VpnConnection[] = [];
  for (const { regionId } of regions) {
    const address = app.url + api.download(regionId, NO_PARAMETERS, "json");
    const list: { vpnConnections: VpnConnection[] } = await json(address);
    connections.push(...list.vpnConnections);
  }
  await Promise.all([app.close(), simulator.close()]);
  return connections;
}

async function json(address: string) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  return response.json();
}
