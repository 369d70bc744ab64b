import { type AppServer, launch, startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { sessionOf } from "@/e2e/local-accounts";
import { ask } from "@/e2e/raw-request";
import { makeUsersFile, type UsersFile } from "@/e2e/users-file";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { api, pages } from "@/lib/vpn/hrefs";

const TOKEN = "metrics-N3verSh0wMe-0123456789";
const OTHER = "another-N3verSh0wMe-0123456789";
const TEXT = "text/plain; version=0.0.4; charset=utf-8";

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test.describe("where people sign in", () => {
  test.describe.configure({ mode: "default" });
  let users: UsersFile;
  let simulator: Simulator;
  let app: AppServer;
  test.beforeAll(async () => {
    users = makeUsersFile({
      olga: "operator",
      vera: "viewer",
      rita: `viewer:${REGION}`,
      gina: `viewer:${REGION}/vpn-none`,
    });
    simulator = await startSimulator({ regions: 2, connections: 20 });
    const settings = { TUNNELBOARD_METRICS_TOKEN: TOKEN, TUNNELBOARD_CACHE_SECONDS: "3600" };
    app = await startApp(simulator, { ...users.settings, ...settings });
  });
  test.afterAll(async () => {
    await app.close();
    await simulator.close();
    users.close();
  });

  test("the token opens the metrics, and nothing else", async () => {
    const answer = await ask(app.url, api.metrics, { headers: bearer(TOKEN) });
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe(TEXT);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.body).toContain("# TYPE tunnelboard_vpn_tunnel_up gauge");
    expect(answer.body).toMatch(/^nodejs_heap_size_used_bytes \d/m);
    expect(answer.cookies).toEqual([]);
    for (const address of [api.overview, api.regions, pages.home, `${api.metrics}/x`]) {
      const other = await ask(app.url, address, { headers: bearer(TOKEN) });
      expect([303, 401], address).toContain(other.status);
    }
    const head = await ask(app.url, api.metrics, { method: "HEAD", headers: bearer(TOKEN) });
    expect(head.status).toBe(200);
    const post = await ask(app.url, api.metrics, { method: "POST", headers: bearer(TOKEN) });
    expect(post.status).toBe(405);
  });

  test("another token is refused with how to do better, never led to sign-in, though its sender has a session", async () => {
    const cookie = await sessionOf(app.url, "olga");
    for (const more of [{}, { cookie }, { accept: "text/html" }]) {
      const answer = await ask(app.url, api.metrics, { headers: { ...more, ...bearer(OTHER) } });
      expect(answer.status).toBe(401);
      expect(answer.headers["www-authenticate"]).toBe(
        'Bearer realm="metrics", error="invalid_token"',
      );
      expect(answer.headers.location).toBeUndefined();
      expect(JSON.parse(answer.body)).toMatchObject({ code: "wrong_token", status: 401 });
    }
  });

  for (const [user, status] of [
    ["olga", 200],
    ["vera", 200],
    ["rita", 403],
    ["gina", 403],
    [null, 401],
  ] as const) {
    test(`without a token ${user ?? "a stranger"} gets ${status}`, async () => {
      const cookie = user === null ? "" : await sessionOf(app.url, user);
      const answer = await ask(app.url, api.metrics, { headers: { cookie } });
      expect(answer.status).toBe(status);
      const type = status === 200 ? TEXT : "application/problem+json";
      expect(answer.headers["content-type"]).toBe(type);
      expect(answer.body.includes("tunnelboard_")).toBe(status === 200);
      const challenge = status === 401 ? 'Bearer realm="metrics"' : undefined;
      expect(answer.headers["www-authenticate"]).toBe(challenge);
    });
  }

  test("the trail tells of each, and the log of no token", async () => {
    const cookie = await sessionOf(app.url, "rita");
    await ask(app.url, api.metrics, { headers: { cookie } });
    await ask(app.url, api.metrics, { headers: bearer(TOKEN) });
    await ask(app.url, api.metrics, { headers: bearer(OTHER) });
    await ask(app.url, `${api.metrics}?token=${TOKEN}`, {});
    const line = (text: string) => expect.poll(app.output).toContain(text);
    await line('"event":"data","user":"rita","role":"viewer","by":"local"');
    await line('"result":"forbidden"');
    await line('"event":"data","user":null,"role":"viewer","by":"metrics token"');
    await line('"result":"wrongToken","path":"/metrics"');
    for (const token of [TOKEN, OTHER]) expect(app.output().includes(token)).toBe(false);
  });

  test("a search parameter is named, as in other data", async () => {
    const answer = await ask(app.url, `${api.metrics}?x=1`, { headers: bearer(TOKEN) });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ parameter: "x" });
  });
});

test.describe("where nobody has to sign in", () => {
  test("metrics are open like everything, whatever token something in between sends", async ({
    app,
  }) => {
    for (const headers of [{}, bearer(OTHER)]) {
      const answer = await ask(app.url, api.metrics, { headers });
      expect(answer.status).toBe(200);
      expect(answer.headers["content-type"]).toBe(TEXT);
    }
    const answer = await ask(app.url, api.metrics, { headers: { host: "evil.example" } });
    expect(answer.status).toBe(421);
  });
});

test("a scrape makes no call of the API, and says 0 of what has never been read", async () => {
  const simulator = await startSimulator({ regions: 2, connections: 20 });
  const app = await startApp(simulator, { TUNNELBOARD_REGIONS: REGION });
  for (let scrape = 0; scrape < 3; scrape += 1) {
    const { status, body } = await ask(app.url, api.metrics);
    expect(status).toBe(200);
    expect(body).toContain(
      `tunnelboard_region_last_read_timestamp_seconds{region_id="${REGION}"} 0\n`,
    );
    expect(body).not.toContain("tunnelboard_vpn_tunnel_up{");
  }
  expect(simulator.requests).toEqual([]);
  await app.close();
  await simulator.close();
});

test("a token that is too short stops the start and is not shown", async ({ simulator }) => {
  const start = startApp(
    simulator,
    { TUNNELBOARD_METRICS_TOKEN: "hunter2-short" },
    { start: launch },
  );
  const message = await start.then(
    () => "it has started",
    (error: unknown) => String(error),
  );
  expect(message).toContain("TUNNELBOARD_METRICS_TOKEN must be 16 characters or more");
  expect(message).not.toContain("hunter2");
});
