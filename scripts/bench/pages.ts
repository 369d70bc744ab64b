import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { api, pages as hrefs } from "@/lib/vpn/hrefs";
import type { VpnConnection, VpnConnectionList } from "@/lib/vpn/types";
import { type App, startApp } from "@/scripts/bench/app";
import { buildBareCopy } from "@/scripts/bench/bare-copy";
import { readOverview } from "@/scripts/bench/overview-reading";
import { pageLoads } from "@/scripts/bench/page-loads";
import { rendering } from "@/scripts/bench/rendering";
import type { Section } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";
import { ACCOUNT, startSimulatorProcess } from "@/scripts/bench/simulator";

const REGION = "cn-hangzhou";
const ROWS = 50;
const OPEN = 30;
/** Nothing is to be read again while it is measured. */
const SETTINGS = {
  TUNNELBOARD_CACHE_SECONDS: "3600",
  TUNNELBOARD_POLL_SECONDS: "0",
  TUNNELBOARD_CALLS_PER_SECOND: "10000",
};

/** What pages cost the server, against a bare page of the same app, and what they are in a browser. */
export async function pages(settings: Settings): Promise<Section> {
  const { root, bodies } = await buildBareCopy();
  const simulator = await startSimulatorProcess(ACCOUNT);
  const app = await startApp(simulator, { root, env: { ...SETTINGS, BARE_BODIES: bodies } });
  await readOverview(app.url);
  const connections = await firstOf(app);
  writeFileSync(join(bodies, "rows"), JSON.stringify(connections.map(rowOf)));
  const open = connections.slice(0, OPEN).map((one) => one.vpnConnectionId);
  const addresses = {
    bare: "/bare",
    list: hrefs.vpnConnections(REGION, { pageSize: ROWS }),
    panels: hrefs.vpnConnections(REGION, { pageSize: ROWS, open }),
    overview: hrefs.home,
  };
  const rendered = await rendering(app, addresses, settings);
  const loaded = await pageLoads(app, addresses, settings);
  await Promise.all([app.close(), simulator.close()]);
  return {
    title: `Pages: the list of ${ROWS} rows and the overview`,
    tables: [rendered.table, loaded.table],
    notes: [
      `10,000 connections in 30 regions are held. "Panels" is the list with ${OPEN} panels open. The bare page stands in a copy of the app that is built for this: the same ${ROWS} connections in cells of text, in the same frame.`,
      rendered.note,
      loaded.note,
    ],
  };
}

async function firstOf({ url }: App): Promise<VpnConnection[]> {
  const response = await fetch(url + api.vpnConnections(REGION, { pageSize: ROWS }));
  const { vpnConnections }: VpnConnectionList = await response.json();
  if (vpnConnections.length !== ROWS) throw new Error(`${REGION} is smaller than a page.`);
  return vpnConnections;
}

/** What a row of the list shows, as text. */
function rowOf(one: VpnConnection) {
  const { vpnConnectionId, name, verdict, vpnGatewayId, customerGatewayIds } = one;
  const [local, remote] = [one.localSubnets.join(" "), one.remoteSubnets.join(" ")];
  const gateways = [vpnGatewayId ?? "", customerGatewayIds.join(" ")];
  return { vpnConnectionId, cells: [name, vpnConnectionId, verdict, ...gateways, local, remote] };
}
