import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AppServer, startApp } from "@/e2e/app-server";
import { expect, REGION, SECRETS, test } from "@/e2e/fixtures";
import { expectNoSecret } from "@/e2e/every-address";
import { type PrometheusServer, startPrometheus } from "@/e2e/prometheus-server";
import { type Simulator, startSimulator } from "@/lib/simulator/simulator";
import { api } from "@/lib/vpn/hrefs";
import type { Overview } from "@/lib/vpn/overview";
import { ensurePrometheus } from "@/scripts/prometheus.mjs";

const DEPLOY = join(import.meta.dirname, "..", "deploy");
const RULES = join(DEPLOY, "prometheus", "rules.yml");
const TOKEN = "metrics-N3verSh0wMe-0123456789";
const HOSTILE = 'say "up" \\ {} 1\n# TYPE up counter\nup 0 é 上海';

const UP = "ipsec_sa_established";
const DOWN = "ike_sa_not_established";
const tunnelOf = (role: string, status: string) => ({
  Role: role,
  Status: status,
  State: "active",
});
const CONNECTIONS = [
  { VpnConnectionId: "vco-hostile", Name: HOSTILE, VpnGatewayId: "vpn-1", Status: DOWN },
  {
    VpnConnectionId: "vco-pair",
    Name: "pair",
    VpnGatewayId: "vpn-1",
    TunnelOptionsSpecification: {
      TunnelOptions: [
        { ...tunnelOf("master", UP), TunnelId: "tun-1", TunnelIkeConfig: { Psk: SECRETS.psk } },
        { ...tunnelOf("slave", DOWN), TunnelId: "tun-2" },
      ],
    },
  },
];

// One Prometheus for all: each worker would start another.
test.describe.configure({ mode: "default" });

let tools: Awaited<ReturnType<typeof ensurePrometheus>> = null;
let simulator: Simulator;
let app: AppServer;
let prometheus: PrometheusServer | null = null;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  tools = await ensurePrometheus();
  simulator = await startSimulator({ regions: 3, connections: 60, secrets: SECRETS });
  simulator.setConnections(REGION, CONNECTIONS);
  // Snapshots are not renewed while the test runs, so that nothing but a scrape could make a call.
  app = await startApp(simulator, {
    TUNNELBOARD_METRICS_TOKEN: TOKEN,
    TUNNELBOARD_CACHE_SECONDS: "3600",
    TUNNELBOARD_STALE_SECONDS: "3600",
  });
  if (tools === null) return;
  const command = tools.prometheus;
  prometheus = await startPrometheus({ command, target: app.url, token: TOKEN, rules: RULES });
});
test.afterAll(async () => {
  await prometheus?.close();
  await app.close();
  await simulator.close();
});
test.beforeEach(() => {
  test.skip(tools === null, "There is no prometheus here, and none to be had.");
});

function server(): PrometheusServer {
  if (prometheus === null) throw new Error("Prometheus has not been started");
  return prometheus;
}

const promtool = (...args: string[]) =>
  execFileSync(tools?.promtool ?? "", args, { encoding: "utf8" });

/** Has all regions read, as somebody who looks at the overview does. */
async function readAll(): Promise<Overview> {
  const address = `${app.url}${api.overview}?wait=20`;
  let overview: Overview | null = null;
  await expect
    .poll(async () => {
      const read: Overview = await (await fetch(address)).json();
      overview = read;
      return read.regions.map(({ state }) => state);
    })
    .toEqual(simulator.regionIds.map(() => "ready"));
  if (overview === null) throw new Error("no overview");
  return overview;
}

test("the rules are valid, and fire when they should and not when they should not", () => {
  expect(promtool("check", "rules", RULES)).toContain("SUCCESS: 6 rules found");
  const tests = join(DEPLOY, "prometheus", "rules.test.yml");
  expect(promtool("test", "rules", tests)).toContain("SUCCESS");
});

test("the text is one that Prometheus' own check has nothing against", async () => {
  await readAll();
  const input = await (await fetch(`${app.url}/metrics`)).text();
  // Complaints come with a status of their own.
  expect(
    execFileSync(tools?.promtool ?? "", ["check", "metrics"], { input, encoding: "utf8" }),
  ).toBe("");
});

test("a real Prometheus gets what the overview says, names as they are, and no secret", async () => {
  const { counts } = await readAll();
  const asked = simulator.requests.length;
  const totals = async () => {
    const series = await server().query("sum by (verdict) (tunnelboard_vpn_connections)");
    return Object.fromEntries(
      series.map(({ metric, value }) => [metric.verdict, Number(value[1])]),
    );
  };
  await expect.poll(totals).toEqual(counts);
  const ofRegion = `{region_id="${REGION}"}`;
  const info = await server().query(`tunnelboard_vpn_connection_info${ofRegion}`);
  expect(info.map(({ metric }) => [metric.vpn_connection_id, metric.name])).toEqual(
    expect.arrayContaining([
      ["vco-hostile", HOSTILE],
      ["vco-pair", "pair"],
    ]),
  );
  const tunnels = await server().query(`tunnelboard_vpn_tunnel_up${ofRegion}`);
  const states = tunnels.map(({ metric, value }) => [
    `${metric.vpn_connection_id} ${metric.tunnel}`,
    value[1],
  ]);
  expect(Object.fromEntries(states)).toEqual({
    "vco-hostile 1": "0",
    "vco-pair 1": "1",
    "vco-pair 2": "0",
  });
  const [call] = await server().query(
    'tunnelboard_vpc_api_calls_total{action="DescribeVpnConnections"}',
  );
  expect(call?.metric.outcome).toBe("ok");
  const age = await server().query(`time() - tunnelboard_region_last_read_timestamp_seconds`);
  expect(age).toHaveLength(simulator.regionIds.length);
  expect(Math.max(...age.map(({ value }) => Number(value[1])))).toBeLessThan(3600);
  const text = await (await fetch(app.url + api.metrics)).text();
  expectNoSecret(text, "the metrics", simulator);
  // Names of gateways may still be on their way, which are not asked for by a scrape.
  const ofConnections = simulator.requests
    .slice(asked)
    .filter(({ action }) => action === "DescribeVpnConnections");
  expect(ofConnections).toEqual([]);
});

test("the rules see in these metrics which tunnel is down and which pair has no redundancy", async () => {
  await readAll();
  type Alert = { labels: Record<string, string>; state: string };
  const alerts = async () => {
    const all = await server().get<{ alerts: Alert[] }>("alerts");
    return all.alerts
      .filter(({ labels }) => labels.region_id === REGION)
      .map(({ labels }) => [labels.alertname, labels.name, labels.tunnel ?? ""].join(" "))
      .toSorted();
  };
  await expect
    .poll(alerts)
    .toEqual([
      "TunnelboardNoRedundancy pair ",
      "TunnelboardTunnelDown pair 2",
      `TunnelboardTunnelDown ${HOSTILE} 1`,
    ]);
});

test("the dashboard can be imported, and Prometheus understands what its panels ask", async () => {
  type Panel = { id: number; title: string; targets: { expr: string; datasource: object }[] };
  const dashboard: {
    schemaVersion: number;
    uid: string;
    panels: Panel[];
    templating: { list: { name: string; type: string; query: unknown }[] };
  } = JSON.parse(readFileSync(join(DEPLOY, "grafana", "tunnelboard.json"), "utf8"));
  expect(dashboard.schemaVersion).toBeGreaterThan(30);
  expect(dashboard.templating.list[0]).toMatchObject({ type: "datasource", query: "prometheus" });
  const { panels } = dashboard;
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  await readAll();
  for (const { title, targets } of panels) {
    for (const { expr, datasource } of targets) {
      expect(datasource).toEqual({ type: "prometheus", uid: "${datasource}" });
      const expression = expr
        .replaceAll("$__rate_interval", "5m")
        .replaceAll("$job", "tunnelboard")
        .replaceAll("$region", ".*");
      // Rates and changes need a while; what there is now is there at once.
      const wanted = /rate\(|increase\(|changes\(/.test(expression) ? 0 : 1;
      const series = async () => (await server().query(expression)).length;
      await expect.poll(series, { message: title }).toBeGreaterThanOrEqual(wanted);
    }
  }
});
