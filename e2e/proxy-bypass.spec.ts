import { allCookiesIn, ask } from "@/e2e/raw-request";
import { expect } from "@/e2e/fixtures";
import { sessionIn, signIn, test } from "@/e2e/local-accounts";
import { PASSWORD } from "@/e2e/users-file";
import { pages } from "@/lib/vpn/hrefs";

/** Paths that begin like those of static files, and lead elsewhere; or are written otherwise. */
const ROUND_ABOUT = [
  "/_next/static/../../api/vpn-connections?format=csv",
  "/_next/static/%2e%2e/%2e%2e/api/vpn-connections",
  "/_next/static/../../vpn-connections",
  "/_next/static/nothing.js",
  "/_next/static/chunks/nothing",
];

test("a path that looks like a file's is let in, refused and written down like any other", async ({
  app,
}) => {
  const cookie = sessionIn(await signIn(app.url, { user: "vera", from: "10.6.1.1" }));
  for (const path of ROUND_ABOUT) {
    const stranger = await ask(app.url, path, {});
    expect([303, 307, 401, 404], path).toContain(stranger.status);
    expect(stranger.body, path).not.toMatch(/hz-prod|China \(|vco-/);
    const lines = app.output().split("\n").length;
    const signedIn = await ask(app.url, path, { headers: { cookie } });
    expect(signedIn.headers["content-security-policy"], path).toBeDefined();
    if (signedIn.status !== 200) continue;
    const later = () =>
      app
        .output()
        .split("\n")
        .slice(lines - 1)
        .join("\n");
    await expect.poll(later, { message: path }).toMatch(/"kind":"audit".*"user":"vera"/);
  }
});

test("an address that is badly encoded is answered like any other", async ({ app }) => {
  const cookie = sessionIn(await signIn(app.url, { user: "vera", from: "10.6.1.3" }));
  for (const path of [
    "/%",
    "/%ff",
    "/regions/%zz/vpn-connections",
    "/api/regions/%zz/vpn-gateways",
  ]) {
    const isData = path.startsWith("/api");
    expect((await ask(app.url, path, {})).status, path).toBe(isData ? 401 : 303);
    const signedIn = await ask(app.url, path, { headers: { cookie } });
    expect(signedIn.status, path).toBe(isData ? 404 : 200);
    expect(signedIn.body, path).toMatch(
      isData ? /"not_found"/ : /Page not found|There is no region/,
    );
  }
});

test("only forms' addresses take a form", async ({ app }) => {
  const cookie = sessionIn(await signIn(app.url, { user: "vera", from: "10.6.1.2" }));
  for (const path of [pages.home, pages.vpnConnections(null), pages.signIn()]) {
    const headers = { cookie, origin: app.url };
    const answer = await ask(app.url, path, { form: {}, headers });
    expect(answer.status, path).toBe(405);
    expect(answer.body, path).not.toContain("hz-prod");
  }
});

test("a guesser does not keep out who has signed in in their browser before", async ({ app }) => {
  const first = await signIn(app.url, { user: "gina", from: "10.6.2.1" });
  const browser = allCookiesIn(first);
  for (let guess = 0; guess < 12; guess += 1) {
    await signIn(app.url, { user: "gina", password: "a guess", from: `10.6.3.${guess}` });
  }
  const json = { accept: "application/json" };
  const stranger = { user: "gina", from: "10.6.4.1", headers: json };
  expect((await signIn(app.url, stranger)).status).toBe(429);
  const known = { ...stranger, headers: { ...json, cookie: browser } };
  expect((await signIn(app.url, { ...known, password: PASSWORD })).status).toBe(303);
  // Another's mark is of no use.
  expect((await signIn(app.url, { ...known, user: "ines", password: "a guess" })).status).toBe(401);
});

test("many who guess at once do not keep out who has signed in in their browser before", async ({
  app,
}) => {
  const first = await signIn(app.url, { user: "kai", from: "10.6.5.1" });
  const browser = allCookiesIn(first);
  const headers = { accept: "application/json" };
  const state = { guesses: 0, refused: 0, isOver: false };
  const guesser = async () => {
    while (!state.isOver) {
      state.guesses += 1;
      const { guesses } = state;
      const from = `10.${100 + (guesses >> 8)}.${guesses & 255}.1`;
      const guess = { user: `nobody${guesses}`, password: "a guess", from, headers };
      if ((await signIn(app.url, guess)).status === 429) state.refused += 1;
    }
  };
  const guessers = Array.from({ length: 40 }, guesser);
  await expect
    .poll(() => state.refused, { message: "the line of the others is full" })
    .toBeGreaterThan(20);
  const known = { user: "kai", from: "10.6.5.1", headers: { ...headers, cookie: browser } };
  const statuses: number[] = [];
  for (let time = 0; time < 3; time += 1) statuses.push((await signIn(app.url, known)).status);
  state.isOver = true;
  await Promise.all(guessers);
  expect(statuses).toEqual([303, 303, 303]);
});

test("every answer has the headers that protect it, Next's own too", async ({ app }) => {
  for (const path of [
    "/",
    "/sign-in",
    "/sign-in/",
    "/api/overview",
    "/icon.svg",
    "/robots.txt",
    "/%",
    "/api/health",
  ]) {
    const { headers } = await ask(app.url, path, {});
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers["cross-origin-opener-policy"], path).toBe("same-origin");
  }
});
