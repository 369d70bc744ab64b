import { readFileSync } from "node:fs";
import { startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { ask } from "@/e2e/raw-request";
import { sessionOf } from "@/e2e/local-accounts";
import { makeUsersFile } from "@/e2e/users-file";
import { api, pages } from "@/lib/vpn/hrefs";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";

type Line = Record<string, unknown> & { event?: string };

/** The lines that a log system would pick out. */
function trailIn(output: string): Line[] {
  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  return lines.map((line): Line => JSON.parse(line)).filter(({ kind }) => kind === "audit");
}

const TYPED = "what-somebody-searches";

test("the audit trail tells who signed in, looked, exported, left, or was refused", async ({
  simulator,
}) => {
  const users = makeUsersFile({ vera: "viewer" });
  const proxies = { TUNNELBOARD_TRUSTED_PROXIES: "127.0.0.1" };
  const app = await startApp(simulator, { ...users.settings, ...proxies });
  const cookie = await sessionOf(app.url, "vera");
  const headers = { cookie, "X-Forwarded-For": "203.0.113.9" };
  const get = (address: string) => fetch(app.url + address, { headers, redirect: "manual" });
  const whole = { ...NO_PARAMETERS, vpnGatewayId: "vpn-1", q: TYPED };
  await get(pages.vpnConnections(REGION, { q: TYPED, vpnGatewayId: "vpn-1", open: ["vco-1"] }));
  await get(pages.vpnConnection(REGION, "vco-nothing"));
  await get(api.download(REGION, whole, "csv"));
  await get(api.vpnConnections(REGION));
  const end = simulator.faults.add({ kind: "error", code: "Forbidden.RAM" });
  await get(pages.vpnConnections("eu-central-1"));
  end();
  const address = app.url + api.signOut;
  await fetch(address, { method: "POST", headers: { ...headers, Origin: "http://evil.example" } });
  await ask(app.url, `/a/../api/${"b".repeat(250)}/../overview`, { headers });
  await fetch(address, { method: "POST", headers: { ...headers, Origin: app.url } });
  await get(pages.home);
  const wrong = new URLSearchParams({ user: "vera", password: "hunter2-hunter2" });
  await fetch(app.url + api.signIn(), {
    method: "POST",
    headers: { ...headers, Origin: app.url },
    body: wrong,
  });

  const vera = { user: "vera", role: "viewer", by: "local", address: "203.0.113.9" };
  const list = `/regions/${REGION}/vpn-connections`;
  const expected = [
    { event: "sign-in", ...vera, address: "10.1.1.1", result: "ok" },
    {
      event: "view",
      ...vera,
      path: list,
      result: "ok",
      resources: { regionId: REGION, vpnGatewayId: ["vpn-1"], open: ["vco-1"] },
    },
    {
      event: "view",
      ...vera,
      path: `${list}/vco-nothing`,
      result: "not_found",
      resources: { regionId: REGION, vpnConnectionId: "vco-nothing" },
    },
    {
      event: "export",
      ...vera,
      path: `/api${list}`,
      result: "ok",
      resources: { regionId: REGION, vpnGatewayId: ["vpn-1"] },
    },
    { event: "data", ...vera, path: `/api${list}`, result: "ok" },
    { event: "view", ...vera, result: "access_denied", resources: { regionId: "eu-central-1" } },
    { event: "refused", user: null, path: api.signOut, result: "foreignOrigin" },
    { event: "data", ...vera, path: api.overview, result: "ok" },
    { event: "sign-out", ...vera, result: "ok" },
    { event: "refused", user: null, role: null, path: "/", result: "signInRequired" },
    { event: "sign-in-failed", user: "vera", by: "local", result: "wrongPassword" },
  ];
  await expect.poll(() => trailIn(app.output())).toHaveLength(expected.length);
  const trail = trailIn(app.output());
  for (const line of expected) {
    const found = trail.find(({ event, path, result }) => {
      const { path: wanted = path } = line;
      return event === line.event && path === wanted && result === line.result;
    });
    expect(found, JSON.stringify(line)).toMatchObject(line);
  }
  for (const text of [TYPED, "hunter2", cookie.split("=")[1] ?? "", "N3verSh0wMe"]) {
    expect(app.output().includes(text), `the log holds ${text}`).toBe(false);
  }
  await app.close();
  users.close();
});

test("the documentation of the trail knows its events and fields", () => {
  const text = readFileSync(`${import.meta.dirname}/../docs/audit.md`, "utf8");
  const events = ["sign-in", "sign-in-failed", "sign-out", "view", "export", "data", "refused"];
  const fields = [
    "time",
    "event",
    "user",
    "subject",
    "role",
    "address",
    "result",
    "by",
    "path",
    "resources",
  ];
  for (const name of [...events, ...fields]) expect(text).toContain(`\`${name}\``);
});
