import { appendFileSync } from "node:fs";
import { startApp } from "@/e2e/app-server";
import type { Answer } from "@/e2e/raw-request";
import { ask, destinationOf } from "@/e2e/raw-request";
import { EVIL_TARGETS } from "@/e2e/unsafe-return-paths";
import { expect, REGION } from "@/e2e/fixtures";
import { sessionIn, signIn, test } from "@/e2e/local-accounts";
import { lineOf, makeUsersFile } from "@/e2e/users-file";
import { api, pages } from "@/lib/vpn/hrefs";

/** Whether there is something in it that only who is signed in may see, and that no address says. */
const hasData = (body: string) => /"regionId":|China \(|hz-prod/.test(body);

test("sign-in leads back to where the user was, and never to another site", async ({ app }) => {
  const link = pages.vpnConnections(REGION, { pageSize: 20, q: "a b&c=d" });
  const led = async (returnTo: string, password?: string) =>
    signIn(app.url, { user: "vera", returnTo, password });
  expect((await led(link)).headers.location).toBe(link);
  expect((await led(`${link}#row`)).headers.location).toBe(`${link}#row`);
  const cookie = sessionIn(await led("/"));
  for (const evil of EVIL_TARGETS) {
    const what = JSON.stringify(evil.slice(0, 40));
    const page = `${pages.signIn()}?returnTo=${encodeURIComponent(evil)}`;
    const [answer, already, stranger] = await Promise.all([
      led(evil),
      ask(app.url, page, { headers: { cookie } }),
      ask(app.url, page),
    ]);
    expect(answer.status, what).toBe(303);
    expect(destinationOf(answer, app.url).origin, `the form with ${what}`).toBe(app.url);
    expect(answer.headers.location, `the form with ${what}`).toMatch(/^\/(?![/\\])/);
    expect(already.status, `the page with ${what}`).toBe(307);
    expect(destinationOf(already, app.url).origin, `the page with ${what}`).toBe(app.url);
    expect(stranger.status, `a stranger with ${what}`).toBe(200);
    expect(stranger.body, `a stranger with ${what}`).not.toMatch(/value="[^"/]/);
  }
  const [wrong, twice] = await Promise.all([
    signIn(app.url, { user: "nobody", returnTo: "//evil.example" }),
    ask(app.url, `${pages.signIn()}?returnTo=/a&returnTo=//evil.example`, { headers: { cookie } }),
  ]);
  expect(wrong.headers.location).toBe(pages.signIn("/", "password"));
  expect(destinationOf(twice, app.url).origin).toBe(app.url);
});

test("forms of other sites are refused", async ({ app }) => {
  const cookie = sessionIn(await signIn(app.url, { user: "vera" }));
  const { host } = new URL(app.url);
  const form = { user: "vera", password: "x", theme: "dark" };
  for (const [from, headers] of Object.entries({
    nowhere: {},
    "another site": { origin: "http://evil.example" },
    "a sandbox": { origin: "null" },
    "another port": { origin: "http://127.0.0.1:1" },
    "a longer name": { origin: `http://${host}.evil.example` },
    "a name in front": { origin: `http://evil.example@${host}.evil` },
    "another site, by Referer": { referer: "http://evil.example/page" },
    "a neighbour, says the browser": { origin: app.url, "sec-fetch-site": "same-site" },
    "another site, says the browser": { origin: app.url, "sec-fetch-site": "cross-site" },
    "another site, by X-Forwarded-Host": {
      origin: "http://evil.example",
      "x-forwarded-host": "evil.example",
    },
  })) {
    for (const address of [api.signIn(), api.signOut, api.preferences]) {
      const answer = await ask(app.url, address, { form, headers: { cookie, ...headers } });
      expect(answer.status, `${address} from ${from}`).toBe(403);
      expect(answer.cookies, `${address} from ${from}`).toEqual([]);
    }
  }
  const look = () => ask(app.url, api.regions, { headers: { cookie } });
  expect((await look()).status, "after all this").toBe(200);
  const out = await ask(app.url, api.signOut, { form: {}, headers: { cookie, origin: app.url } });
  expect(out.headers.location).toBe(pages.signIn("/", "signedOut"));
  expect((await look()).status, "a copy of the cookie after signing out").toBe(401);
});

const SPOOFED: Record<string, string>[] = [
  { host: "evil.example" },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
  { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" },
  { forwarded: "for=127.0.0.1;host=evil.example;proto=https" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-subrequest-id": "1", "x-middleware-invoke": "1" },
  { "x-middleware-rewrite": api.regions },
  { "x-middleware-next": "1" },
  { "x-middleware-override-headers": "cookie", "x-middleware-request-cookie": "x=y" },
  { "x-nextjs-data": "1" },
  { "next-action": "0123456789012345678901234567890123456789ab" },
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { "next-router-state-tree": "%5B%22%22%5D", rsc: "1" },
  { "x-original-url": api.regions, "x-rewrite-url": api.regions },
  { "x-invoke-path": api.regions, "x-invoke-output": api.regions, "x-matched-path": api.regions },
  { "x-now-route-matches": "1", "x-vercel-id": "1" },
  { "x-prerender-revalidate": "1", "x-http-method-override": "POST" },
  { authorization: "Basic b2xnYTp4" },
  { "x-forwarded-user": "olga", "x-user": "olga", "remote-user": "olga" },
];

/** The same, written so that a check of the path may not recognise it. */
const TARGETS = [
  "/_next/static/../../api/regions",
  "/_next/static/%2e%2e/%2e%2e/api/regions",
  "/_next/static/..%2f..%2fapi/regions",
  "/_next/static/..\\..\\api\\regions",
  "/_next/static//../../api/regions",
  "/_next/data/x/api/regions.json",
  "/_next/image?url=%2Fapi%2Fregions&w=64&q=75",
  "/icon.svg/../api/regions",
  "/api/regions/icon.svg",
  "/api/regions?/icon.svg",
  "/sign-in/../api/regions",
  "/api/health/../regions",
  "/api/health/%2e%2e/regions",
  "/api/auth/sign-in/../../regions",
  "//api/regions",
  "/./api/regions",
  "/API/regions",
  "/Api/Regions",
  "/api/regions/",
  "/api//regions",
  "/api/regions.rsc",
  "/api/%72egions",
  "/%61pi/regions",
  "/api%2fregions",
  "\\api\\regions",
  "/api/regions%00",
  "/api/regions;x",
  "http://evil.example/api/regions",
  "http://evil.example//api/regions",
  pages.vpnConnections(REGION).replace("/", "//"),
  `${pages.vpnConnections(REGION)}/`,
  pages.vpnConnections(REGION).toUpperCase(),
  `${pages.vpnConnections(REGION)}.rsc`,
  `${pages.vpnConnections(REGION)}.segments/_tree.segment.rsc`,
  `http://evil.example${pages.vpnConnections(REGION)}`,
  "/index",
  "/index.rsc",
  "/?_rsc=1",
];

function expectNothing(answer: Answer, url: string, where: string) {
  expect(hasData(answer.body), where).toBe(false);
  expect(answer.status, where).toBeLessThan(500);
  const { location } = answer.headers;
  if (location === undefined) return;
  // A path that two slashes begin is another host too.
  expect(destinationOf(answer, url).origin, where).toBe(url);
}

test("no header and no spelling gets past sign-in, or leads to another site", async ({ app }) => {
  const cookie = sessionIn(await signIn(app.url, { user: "vera" }));
  for (const headers of SPOOFED) {
    const name = JSON.stringify(headers);
    for (const address of [api.regions, pages.home, pages.vpnConnections(REGION)]) {
      for (const method of ["GET", "HEAD", "POST"]) {
        const answer = await ask(app.url, address, { method, headers });
        expectNothing(answer, app.url, `${method} ${address} with ${name}`);
        expect(answer.status, `${method} ${address} with ${name}`).not.toBe(200);
      }
    }
    const inside = await ask(app.url, `${pages.signIn()}?returnTo=/x`, {
      headers: { cookie, ...headers },
    });
    if (inside.headers.location !== undefined) {
      expect(destinationOf(inside, app.url).origin, `signed in, with ${name}`).toBe(app.url);
    }
  }
  for (const target of TARGETS) {
    expectNothing(await ask(app.url, target), app.url, target);
    const inside = await ask(app.url, target, { headers: { cookie } });
    expect(inside.status, `${target}, signed in`).toBeLessThan(500);
    if (inside.headers.location !== undefined) {
      expect(destinationOf(inside, app.url).origin, `${target}, signed in`).toBe(app.url);
    }
  }
});

test("the line that `npm run user` makes lets its user in", async ({ simulator }) => {
  const file = makeUsersFile({});
  const password = "a long one, with spaces";
  appendFileSync(file.path, lineOf("zoe", "viewer", password));
  const app = await startApp(simulator, file.settings);
  expect((await signIn(app.url, { user: "zoe", password })).headers.location).toBe("/");
  const wrong = await signIn(app.url, { user: "zoe", password: `${password} ` });
  expect(wrong.headers.location).toContain("reason=password");
  await app.close();
  file.close();
});
