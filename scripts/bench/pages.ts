import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { api, pages as hrefs } from "@/lib/vpn/hrefs";
import type { VpnConnection, VpnConnectionList } from "@/lib/vpn/types";
import { type App, startApp } from "@/scripts/bench/app";
import { buildBareCopy } from "@/scripts/bench/bare-copy";
import { take } from "@/scripts/bench/fetching";
import { ratios } from "@/scripts/bench/numbers";
import { readOverview } from "@/scripts/bench/overview-reading";
import { cpuOf } from "@/scripts/bench/process-facts";
import { atMost, type Figure, figureTable, type Section } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";
import { ACCOUNT, startSimulatorProcess } from "@/scripts/bench/simulator";

const REGION = "cn-hangzhou";
const ROWS = 50;
const OPEN = 30;
const WARM_UP = 50;
/** Of the bare page, at most. */
const LIST_TIMES = 1.5;
const OVERVIEW_TIMES = 1;

/** Processor time of the server for each page, against a bare page of the same app. */
export async function pages({ quick }: Settings): Promise<Section> {
  const [rounds, times] = quick ? [1, 10] : [7, 30];
  const { root, bodies } = await buildBareCopy();
  const simulator = await startSimulatorProcess(ACCOUNT);
  const env = { TUNNELBOARD_CACHE_SECONDS: "3600", BARE_BODIES: bodies };
  const app = await startApp(simulator, { root, env });
  await readOverview(app.url);
  const connections = await firstOf(app);
  writeFileSync(join(bodies, "rows"), JSON.stringify(connections.map(rowOf)));
  const open = connections.slice(0, OPEN).map((one) => one.vpnConnectionId);
  const list = { pageSize: ROWS };
  const addresses = {
    bare: "/bare",
    list: hrefs.vpnConnections(REGION, list),
    panels: hrefs.vpnConnections(REGION, { ...list, open }),
    overview: hrefs.home,
  };
  const cpu = await measure(app, addresses, { rounds, times });
  await Promise.all([app.close(), simulator.close()]);
  return {
    title: "Processor time of rendering",
    tables: [figureTable(figuresOf(cpu))],
    notes: [
      `Of all threads of the server, for each of ${times} pages that are asked for one after another without compression, in ${rounds} rounds in which the pages take turns. The bare page stands in a copy of the app that is built for this: the same ${ROWS} connections in cells of text, in the same frame. 10,000 connections in 30 regions are held.`,
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

type Pages<Value> = Record<"bare" | "list" | "panels" | "overview", Value>;

async function measure(
  app: App,
  addresses: Pages<string>,
  { rounds, times }: { rounds: number; times: number },
): Promise<Pages<number[]>> {
  const cpu: Pages<number[]> = { bare: [], list: [], panels: [], overview: [] };
  const names = ["bare", "list", "panels", "overview"] as const;
  for (const name of names) await ask(app, addresses[name], WARM_UP);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) cpu[name].push(await ask(app, addresses[name], times));
  }
  return cpu;
}

/** Milliseconds of each. */
async function ask(app: App, address: string, times: number): Promise<number> {
  const before = cpuOf(app.pid());
  for (let turn = 0; turn < times; turn += 1) {
    const { status } = await take(app.url + address);
    if (status !== 200) throw new Error(`${address} answers ${status}.`);
  }
  return (cpuOf(app.pid()) - before) / times;
}

function figuresOf({ bare, list, panels, overview }: Pages<number[]>): Figure[] {
  const [listTimes, overviewTimes] = [ratios(list, bare), ratios(overview, bare)];
  return [
    { what: `bare page of ${ROWS} connections`, unit: "ms", samples: bare },
    { what: `list of ${ROWS} rows`, unit: "ms", samples: list },
    { what: `list of ${ROWS} rows, ${OPEN} panels open`, unit: "ms", samples: panels },
    { what: "overview", unit: "ms", samples: overview },
    {
      what: "list against bare page",
      unit: "×",
      samples: listTimes,
      budget: atMost(listTimes, LIST_TIMES, `${LIST_TIMES} ×`),
    },
    {
      what: "overview against bare page",
      unit: "×",
      samples: overviewTimes,
      budget: atMost(overviewTimes, OVERVIEW_TIMES, `${OVERVIEW_TIMES} ×`),
    },
  ];
}
