import { setTimeout as later } from "node:timers/promises";
import { freePort, startApp } from "@/e2e/app-server";
import { comeBack, leave, PENDING, sessionIn, test, thereAndBack } from "@/e2e/provider-form";
import { ask } from "@/e2e/raw-request";
import { expect } from "@/e2e/fixtures";
import { json, startForgingProvider } from "@/e2e/forging-provider";
import { SESSION_SECRET } from "@/e2e/users-file";
import { sealed } from "@/e2e/sealed-cookies";
import { api, pages } from "@/lib/vpn/hrefs";

const EXPIRED = pages.signIn("/", "expired");

test("a way back leads in once, and only in the browser that left", async ({ app, provider }) => {
  const { location, cookie } = await leave(app.url);
  const back = provider.authorize(location);
  const other = await leave(app.url);
  for (const [who, held] of [
    ["a browser that never left", ""],
    ["another browser", other.cookie],
    ["a browser with a made-up cookie", `${PENDING}=x`],
  ] as const) {
    const answer = await comeBack(app.url, back, held);
    expect(answer.headers.location, who).toBe(EXPIRED);
    expect(sessionIn(answer), who).toBeNull();
  }
  const both = await Promise.all([
    comeBack(app.url, back, cookie),
    comeBack(app.url, back, cookie),
  ]);
  expect(both.filter((answer) => sessionIn(answer) !== null)).toHaveLength(1);
  for (const held of [cookie, "", other.cookie]) {
    const answer = await comeBack(app.url, back, held);
    expect(answer.headers.location).toBe(EXPIRED);
    expect(sessionIn(answer)).toBeNull();
  }
  const first = both.find((answer) => sessionIn(answer) !== null);
  expect(first?.cookies.find((one) => one.startsWith(`${PENDING}=;`))).toMatch(/Max-Age=0/);
});

test("a state that is not sealed by us, for this, and for now is none", async ({
  app,
  provider,
}) => {
  const pendingOf = async () => {
    const { location, cookie } = await leave(app.url);
    const own = cookie.slice(PENDING.length + 1);
    const asked = new URL(location).searchParams;
    const claims = { state: asked.get("state"), nonce: asked.get("nonce"), returnTo: "/" };
    return { location, own, claims: { ...claims, verifier: "v".repeat(43) } };
  };
  const held: [string, (pending: Awaited<ReturnType<typeof pendingOf>>) => Promise<string>][] = [
    [
      "over",
      ({ claims }) => sealed(claims, { secret: SESSION_SECRET, purpose: "sign-in", seconds: -1 }),
    ],
    ["a session's", ({ claims }) => sealed(claims, { secret: SESSION_SECRET, purpose: "session" })],
    [
      "another key's",
      ({ claims }) => sealed(claims, { secret: "x".repeat(32), keyOf: SESSION_SECRET }),
    ],
    ["cut off", async ({ own }) => own.slice(0, -5)],
    ["in clear", async ({ claims }) => JSON.stringify(claims)],
    [
      "without a verifier",
      ({ claims: { verifier: _verifier, ...rest } }) =>
        sealed(rest, { secret: SESSION_SECRET, purpose: "sign-in" }),
    ],
  ];
  for (const [what, cookieOf] of held) {
    const pending = await pendingOf();
    const cookie = `${PENDING}=${await cookieOf(pending)}`;
    const answer = await comeBack(app.url, provider.authorize(pending.location), cookie);
    expect(answer.headers.location, what).toBe(EXPIRED);
    expect(sessionIn(answer), what).toBeNull();
  }
  // Sealed as it should be, it is read: what fails then is the verifier.
  const pending = await pendingOf();
  const good = await sealed(pending.claims, { secret: SESSION_SECRET, purpose: "sign-in" });
  const back = provider.authorize(pending.location);
  const answer = await comeBack(app.url, back, `${PENDING}=${good}`);
  expect(answer.headers.location).toBe(pages.signIn("/", "refused"));
});

test("what the address of the way back says is not believed", async ({ app }) => {
  for (const [query, reason] of [
    [() => "", "expired"],
    [() => "?code=x", "expired"],
    [() => "?error=access_denied", "expired"],
    [() => "?state=made-up&error=access_denied", "expired"],
    [(own: string) => `?state=${own}&error=access_denied&error_description=EVIL`, "denied"],
    [(own: string) => `?state=${own}&error=%3Cscript%3EEVIL`, "denied"],
    [(own: string) => `?state=made-up&state=${own}&code=x`, "expired"],
    [(own: string) => `?state=${own}`, "refused"],
  ] as const) {
    const { location, cookie } = await leave(app.url);
    const state = new URL(location).searchParams.get("state") ?? "";
    const target = api.signInCallback + query(state);
    const answer = await comeBack(app.url, target, cookie);
    expect(answer.headers.location, target).toBe(pages.signIn("/", reason));
    expect(sessionIn(answer), target).toBeNull();
    const page = await ask(app.url, answer.headers.location ?? "");
    expect(page.body, target).toContain('role="alert"');
    expect(page.body, target).not.toContain("EVIL");
  }
});

test("a provider that takes its time is given up, and holds up nobody else", async ({
  app,
  provider,
}) => {
  const drip = thereAndBack(app.url, provider, {
    token(response) {
      response.writeHead(200, { "content-type": "application/json" });
      const timer = setInterval(() => response.write(" "), 200);
      response.once("close", () => clearInterval(timer));
    },
  });
  const silence = thereAndBack(app.url, provider, { token: () => undefined });
  const other = await thereAndBack(app.url, provider);
  expect(other.headers.location).toBe("/");
  expect(await Promise.race([drip, silence, later(0, "still waiting")])).toBe("still waiting");
  for (const answer of await Promise.all([drip, silence])) {
    expect(answer.headers.location).toBe(pages.signIn("/", "refused"));
    expect(sessionIn(answer)).toBeNull();
  }
});

test("a provider that says nonsense of itself is asked again at the next sign-in", async ({
  simulator,
}) => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const provider = await startForgingProvider(url);
  const app = await startApp(simulator, { ...provider.settings, PORT: new URL(url).port });
  const right = provider.about;
  for (const [what, about] of Object.entries<typeof right>({
    "a 500": (response) => json(response, {}, 500),
    "no answer": (response) => response.destroy(),
    HTML: (response) => void response.end("<html>"),
    "another issuer": (response) => json(response, { issuer: "http://127.0.0.1:1" }),
    "a redirect": (response) => void response.writeHead(302, { location: "/jwks" }).end(),
    "20 MB": (response) => json(response, { issuer: provider.issuer, x: "x".repeat(20_000_000) }),
  })) {
    provider.about = about;
    const answer = await ask(app.url, api.signIn("/a?b=c"));
    expect(answer.headers.location, what).toBe(pages.signIn("/a?b=c", "provider"));
    const page = await ask(app.url, answer.headers.location ?? "");
    expect(page.body, what).toContain("The identity provider cannot be reached.");
  }
  provider.about = right;
  expect((await thereAndBack(url, provider)).headers.location).toBe("/");
  await Promise.all([app.close(), provider.close()]);
});
