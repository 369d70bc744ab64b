import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accountOf, type AppServer, end, freePort, startApp, untilHealthy } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { sessionOf } from "@/e2e/local-accounts";
import { makeUsersFile, type UsersFile } from "@/e2e/users-file";
import { addressesOf, builtRoutes, type Ids, PUBLIC_FILES } from "@/e2e/routes";
import { type Simulator, startSimulator } from "@/lib/simulator/simulator";
import { api, isApiPath, pages } from "@/lib/vpn/hrefs";
import { STANDALONE } from "@/scripts/standalone.mjs";

const NOTHING: Ids = {
  rows: 50,
  open: ["vco-1"],
  vpnGatewayId: "vpn-1",
  customerGatewayId: "cgw-1",
};

/** What strangers get, by DESIGN.md, section 2: sign-in, health and files. */
const PUBLIC = new Set([
  "/sign-in",
  "/api/auth/sign-in",
  "/api/auth/callback",
  "/api/auth/sign-out",
  "/api/health",
]);
/** Addresses that lead to no code of ours. */
const NEXTS_OWN = new Set(["/_global-error", "/_not-found"]);

let users: UsersFile;

/** Of this file alone: what other tests have set going must not be taken for an answer to a stranger. */
let simulator: Simulator;
let app: AppServer;
// One worker, and so one server, has all of them.
test.describe.configure({ mode: "default" });
test.beforeAll(async () => {
  users = makeUsersFile({ olga: "operator" });
  simulator = await startSimulator({ regions: 2, connections: 40 });
  app = await startApp(simulator, users.settings);
});
test.afterAll(async () => {
  await app.close();
  await simulator.close();
  users.close();
});

/** Each address of each route that is not public, also as the router asks for it. */
function closedAddresses() {
  const addresses = addressesOf(REGION, NOTHING);
  return builtRoutes()
    .filter((route) => !PUBLIC.has(route))
    .flatMap((route) => {
      const known = addresses[route] ?? [];
      // A new route without an address would go untested.
      expect(known.length, `${route} has an address in e2e/routes.ts`).toBeGreaterThan(0);
      return known.map((address) => ({ route, address }));
    });
}

const isData = (address: string) => isApiPath(address.split("?", 1)[0] ?? "");

async function refusalOf(url: string, address: string, headers: Record<string, string>) {
  const response = await fetch(url + address, { redirect: "manual", headers });
  const body = await response.text();
  return { status: response.status, headers: response.headers, body };
}

const ASKED: Record<string, string>[] = [
  {},
  { RSC: "1" },
  { RSC: "1", "Next-Router-Prefetch": "1" },
];

for (const headers of ASKED) {
  test(`a stranger is refused at every page and route, with ${JSON.stringify(headers)}`, async () => {
    const before = simulator.requests.length;
    for (const { address } of closedAddresses()) {
      const { status, headers: given, body } = await refusalOf(app.url, address, headers);
      if (isData(address)) {
        expect(status, address).toBe(401);
        expect(JSON.parse(body)).toMatchObject({ code: "sign_in_required", status: 401 });
      } else if ("RSC" in headers) {
        // The router then opens the page anew, and is led to sign-in like a user.
        expect(status, address).toBe(401);
        expect(given.get("content-type"), address).toContain("text/plain");
      } else {
        expect(status, address).toBe(303);
        expect(given.get("location"), address).toMatch(/^\/sign-in\?returnTo=\/|^\/sign-in$/);
      }
      expect(given.get("cache-control"), address).toBe("no-store");
    }
    expect(simulator.requests.slice(before), "nothing was asked of the API").toEqual([]);
  });
}

test("whoever gets past the proxy is refused by the page or route itself", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-"));
  cpSync(STANDALONE, folder, { recursive: true });
  const manifest = join(folder, ".next", "server", "functions-config-manifest.json");
  writeFileSync(manifest, JSON.stringify({ version: 1, functions: {} }));
  const port = String(await freePort());
  const child = spawn(process.execPath, ["start.mjs"], {
    cwd: folder,
    stdio: "ignore",
    env: { NODE_ENV: "production", ...accountOf(simulator), ...users.settings, PORT: port },
  });
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child, () => "");
  // Without the proxy there is no nonce: it is out of the way, and the rest works.
  const signInPage = await fetch(url + pages.signIn());
  expect(signInPage.headers.get("content-security-policy")).not.toContain("nonce-");
  const cookie = await sessionOf(url, "olga");
  const regions = await fetch(url + api.regions, { headers: { cookie } });
  expect(regions.status).toBe(200);
  const before = simulator.requests.length;
  for (const { route, address } of closedAddresses()) {
    if (NEXTS_OWN.has(route)) continue;
    const { status, headers, body } = await refusalOf(url, address, {});
    if (isData(address)) {
      // Only its form can be posted to the preferences, which know nothing of the account.
      expect(status, address).toBe(route === "/api/preferences" ? 405 : 401);
    } else {
      expect(status, address).toBe(307);
      expect(headers.get("location"), address).toBe(pages.signIn());
    }
    expect(body, address).not.toContain("hz-prod");
  }
  expect(simulator.requests.slice(before), "nothing was asked of the API").toEqual([]);
  await end(child);
  rmSync(folder, { recursive: true });
});

test("without a session there is sign-in, health and files", async () => {
  const health = await fetch(`${app.url}/api/health`);
  expect(await health.json()).toEqual({ status: "ok" });
  const page = await fetch(app.url + pages.signIn());
  expect(page.status).toBe(200);
  const html = await page.text();
  const files = html.match(/\/_next\/static\/[^"\\]+\.(js|css)/g) ?? [];
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) expect((await fetch(app.url + file)).status).toBe(200);
  for (const file of PUBLIC_FILES) expect((await fetch(app.url + file)).status).toBe(200);
});
