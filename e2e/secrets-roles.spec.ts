import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { startApp } from "@/e2e/app-server";
import { CASES } from "@/e2e/faults";
import { expect, REGION, test } from "@/e2e/fixtures";
import { CLIENT_SECRET } from "@/e2e/identity-provider";
import { sessionOf } from "@/e2e/local-accounts";
import { makeUsersFile, SESSION_SECRET } from "@/e2e/users-file";
import { expectNone, expectNoSecret, idsOf, type Visit, visitsOf } from "@/e2e/every-address";
import { UNCOMPRESSED } from "@/e2e/uncompressed";
import type { Fault } from "@/lib/simulator/faults";
import type { Simulator } from "@/lib/simulator/simulator";
import { api } from "@/lib/vpn/hrefs";

const METRICS_TOKEN = "metrics-N3verSh0wMe-0123456789";

/** What sign-in must keep to itself; that a provider cannot be reached is another matter. */
const SETTINGS = {
  APP_URL: "http://127.0.0.1:1",
  OIDC_ISSUER: "http://127.0.0.1:1",
  OIDC_CLIENT_ID: "tunnelboard",
  OIDC_CLIENT_SECRET: CLIENT_SECRET,
  TUNNELBOARD_METRICS_TOKEN: METRICS_TOKEN,
};
const OWN_SECRETS = [SESSION_SECRET, CLIENT_SECRET, METRICS_TOKEN, "N3verSh0wMe", "$scrypt$"];

/** Kept as short as one case takes, so that the next one in a region asks anew. */
const CACHE_SECONDS = "1";

type Failure = { name: string; fault: Fault | null };

/** Every way in which the API can fail. */
const FAILURES: Record<string, Failure[]> = {
  "however the API fails": [{ name: "a good day", fault: null }, ...CASES],
  "however odd, slow or busy the API is": [
    { name: "values of other types", fault: { kind: "wrong-types" } },
    { name: "a total that is too high", fault: { kind: "total", value: 10_000 } },
    { name: "a body without end", fault: { kind: "big-body", bytes: 20_000_000 } },
    { name: "silence", fault: { kind: "hang" } },
    { name: "throttling", fault: { kind: "throttle" } },
  ],
};

for (const [when, failures] of Object.entries(FAILURES)) {
  test(`no role gets a secret out of any route, ${when}`, async ({ simulator }) => {
    test.setTimeout(300_000);
    await sweepAll(simulator, failures);
  });
}

/** Sees whatever anybody sees; what the others with a session see is less of the same. */
const OPERATOR = "olga";
const OTHERS = ["vera", "rita", "gina"];

/**
 * Asks for everything while each of the failures lasts, as the operator: a stranger is sent away before the API is asked.
 * Where nothing fails, and where every value is odd, as all of them, and as the router asks too: HTML holds the payload
 * that it is made of.
 */
async function sweepAll(simulator: Simulator, failures: Failure[]) {
  const { regionIds } = simulator;
  const users = makeUsersFile({
    olga: "operator",
    vera: "viewer",
    rita: regionIds.map((regionId) => `viewer:${regionId}`).join(","),
    gina: regionIds.map((regionId) => `viewer:${regionId}/vpn-none`).join(","),
  });
  const settings = { ...users.settings, ...SETTINGS, TUNNELBOARD_CACHE_SECONDS: CACHE_SECONDS };
  const app = await startApp(simulator, settings);
  const cookies = new Map([["a stranger", ""]]);
  for (const user of [OPERATOR, ...OTHERS]) {
    cookies.set(user, await sessionOf(app.url, user, SETTINGS.APP_URL));
  }
  for (const [index, { name, fault }] of failures.entries()) {
    // In turns: what is kept of a region is from another case.
    const regionId = regionIds[index % regionIds.length] ?? REGION;
    const ids = await idsOf(app, regionId, { rows: 10, cookie: cookies.get(OPERATOR) });
    const end = fault === null ? () => undefined : simulator.faults.add(fault);
    const isForAll = fault === null || fault.kind === "wrong-types";
    const visits = oneOfEach(visitsOf(regionId, ids)).filter(
      ({ as }) => isForAll || as !== "payload",
    );
    const sweeps = [...cookies]
      .filter(([user]) => isForAll || user === OPERATOR)
      .flatMap(([user, cookie]) =>
        visits.map((one) => sweep(one, cookie, `${one.address} for ${user}, ${name}`)),
      );
    const scrape = await fetch(app.url + api.metrics, {
      headers: { authorization: `Bearer ${METRICS_TOKEN}` },
    });
    expect(scrape.status, `metrics, ${name}`).toBe(200);
    await Promise.all([...sweeps, expectSecretsKept(scrape, `metrics, ${name}`)]);
    end();
  }
  expectNone(OWN_SECRETS, app.output(), "the output of the server");
  expectNoSecret(app.output(), "the output of the server", simulator);
  // Session cookies are credentials, too.
  for (const [user, cookie] of cookies) {
    const [, value = "none"] = cookie.split("=");
    expect(app.output().includes(value), `the output holds the cookie of ${user}`).toBe(false);
  }
  await app.close();
  users.close();

  async function sweep(one: Visit, cookie: string, where: string) {
    const headers = { ...UNCOMPRESSED, cookie, ...(one.as === "payload" && { RSC: "1" }) };
    const response = await fetch(app.url + one.address, { headers, redirect: "manual" });
    await expectSecretsKept(response, where);
  }

  async function expectSecretsKept(response: Response, where: string) {
    const told = JSON.stringify([...response.headers]) + (await response.text());
    expectNone(OWN_SECRETS, told, where);
    expectNoSecret(told, where, simulator);
  }
}

/** The first address of each route, in each form: outage.spec.ts asks for all of them. */
function oneOfEach(visits: Visit[]): Visit[] {
  const first = new Map(visits.toReversed().map((one) => [`${one.route} ${one.as}`, one]));
  return [...first.values()];
}

test("what browsers load holds no source map, no setting and no code of the server", () => {
  const folder = join(import.meta.dirname, "..", ".next", "static");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
  const scripts = files.filter((file) => file.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(5);
  for (const file of scripts) {
    const text = readFileSync(join(folder, file), "utf8");
    const odd = /SESSION_SECRET|OIDC_CLIENT|ALIBABA_CLOUD_|accessKeySecret|sourceMappingURL/.exec(
      text,
    );
    expect(odd?.[0], file).toBeUndefined();
  }
});
