import { randomUUID } from "node:crypto";
import { UnsecuredJWT } from "jose";
import { startApp } from "@/e2e/app-server";
import { ask, cookieIn } from "@/e2e/raw-request";
import { expect, REGION } from "@/e2e/fixtures";
import { SESSION, sessionIn, signIn, test } from "@/e2e/local-accounts";
import { addressesOf } from "@/e2e/routes";
import { sealed, sessionClaims } from "@/e2e/sealed-cookies";
import { SESSION_SECRET, type UsersFile } from "@/e2e/users-file";
import { api, isApiPath, pages } from "@/lib/vpn/hrefs";

const OTHER_SECRET = "another-N3verSh0wMe-0123456789abcdef";
const APP_URL = "https://tunnelboard.example.com";

/** For whom nobody has to be anybody. */
const OPEN = new Set<string>([
  pages.signIn(),
  "/api/health",
  api.signIn(),
  api.signInCallback,
  api.signOut,
]);
const isOpen = (address: string) => OPEN.has(address.split("?", 1)[0] ?? "");

/** Whether there is something in it that only who is signed in may see, and that no address says. */
const hasData = (body: string) => /"regionId":|China \(|hz-prod/.test(body);

test("the session's cookie is for this site only, and for no script", async ({ app }) => {
  const answer = await signIn(app.url, { user: "vera" });
  expect(answer.status).toBe(303);
  expect(answer.headers["cache-control"]).toBe("no-store");
  // The others mark the browser, which opens nothing, and take away the name of a try that failed.
  const names = answer.cookies.map((one) => one.split("=", 1)[0]);
  expect(names).toEqual([SESSION, "tunnelboard-trusted-device", "tunnelboard-last-user-name"]);
  const [pair = "", ...attributes] = answer.cookies[0]?.split(/; */) ?? [];
  expect(pair).toMatch(new RegExp(`^${SESSION}=[\\w-]+\\.`));
  expect(pair).not.toContain("vera");
  const told = attributes.filter((one) => !one.startsWith("Expires="));
  expect(told.toSorted()).toEqual(["HttpOnly", "Max-Age=1800", "Path=/", "SameSite=lax"]);
  expect(answer.headers["strict-transport-security"]).toBeUndefined();
});

test("under https the cookie is bound to its host, and an older key still opens it", async ({
  accounts,
  simulator,
}) => {
  const app = await startApp(simulator, {
    ...accounts.settings,
    APP_URL,
    SESSION_SECRET: `${OTHER_SECRET},${SESSION_SECRET}`,
  });
  const answer = await signIn(app.url, { user: "vera", headers: { origin: APP_URL } });
  expect(answer.headers["strict-transport-security"]).toMatch(/^max-age=\d{7,}/);
  const [pair = "", ...attributes] = answer.cookies[0]?.split(/; */) ?? [];
  expect(pair).toMatch(new RegExp(`^__Host-${SESSION}=`));
  for (const wanted of ["Secure", "HttpOnly", "SameSite=lax", "Path=/"]) {
    expect(attributes).toContain(wanted);
  }
  expect(attributes.join()).not.toMatch(/domain/i);
  const [, value = ""] = pair.split("=");
  const old = await sealed(sessionClaims("vera", accounts.saltOf("vera")), {
    secret: SESSION_SECRET,
  });
  for (const [what, cookie, status] of [
    ["as it was set", `__Host-${SESSION}=${value}`, 200],
    ["under a name that another host could set", `${SESSION}=${value}`, 401],
    ["of the older key", `__Host-${SESSION}=${old}`, 200],
  ] as const) {
    expect((await ask(app.url, api.regions, { headers: { cookie } })).status, what).toBe(status);
  }
  const http = await signIn(app.url, { user: "vera", headers: { origin: app.url } });
  expect(http.status, "a form from another origin than APP_URL").toBe(403);
  await app.close();
});

test("a session ends with the key that made it", async ({ accounts, simulator }) => {
  const settings = { ...accounts.settings, SESSION_SECRET: OTHER_SECRET };
  const app = await startApp(simulator, settings);
  const claims = sessionClaims("vera", accounts.saltOf("vera"));
  for (const [secret, status] of [
    [SESSION_SECRET, 401],
    [OTHER_SECRET, 200],
  ] as const) {
    const cookie = `${SESSION}=${await sealed(claims, { secret })}`;
    expect((await ask(app.url, api.regions, { headers: { cookie } })).status).toBe(status);
  }
  await app.close();
});

/** Whatever a stranger might hold, by name; null for nothing. */
async function strangersCookies({ saltOf }: UsersFile): Promise<[string, string | null][]> {
  const claims = sessionClaims("olga", saltOf("olga"));
  const good = await sealed(claims, { secret: SESSION_SECRET });
  const at = (index: number) => good[index] ?? "";
  const last = good.length - 30;
  const flipped = good.slice(0, last) + (at(last) === "A" ? "B" : "A") + good.slice(last + 1);
  const byProvider = { ...claims, by: "oidc", roles: ["operator"] };
  return [
    ["nothing", null],
    ["an empty cookie", ""],
    ["rubbish", "rubbish.rubbish.rubbish.rubbish.rubbish"],
    ["a session that is over", await sealed(claims, { secret: SESSION_SECRET, seconds: -1 })],
    ["a session without its end", good.slice(0, -4)],
    ["the first part of a session", good.slice(0, good.indexOf("."))],
    ["a changed session", flipped],
    ["a session twice", good + good],
    ["an unsealed session", new UnsecuredJWT({ ...claims, aud: "session" }).encode()],
    ["another key's session", await sealed(claims, { secret: OTHER_SECRET })],
    ["a key under our name", await sealed(claims, { secret: OTHER_SECRET, keyOf: SESSION_SECRET })],
    ["a sign-in's state", await sealed(claims, { secret: SESSION_SECRET, purpose: "sign-in" })],
    ["a way out", await sealed(claims, { secret: SESSION_SECRET, purpose: "provider-sign-out" })],
    ["somebody unknown", await sealed({ ...claims, subject: "eve" }, { secret: SESSION_SECRET })],
    ["an old password", await sealed({ ...claims, proof: "x" }, { secret: SESSION_SECRET })],
    ["no proof", await sealed({ ...claims, proof: undefined }, { secret: SESSION_SECRET })],
    ["a provider that there is not", await sealed(byProvider, { secret: SESSION_SECRET })],
    ["something else in it", await sealed({ id: randomUUID() }, { secret: SESSION_SECRET })],
  ];
}

test("without a session no page and no route gives anything away", async ({
  accounts,
  app,
  simulator,
}) => {
  const [open = ""] = simulator.connectionIds(REGION);
  const ids = { rows: 50, open: [open], vpnGatewayId: "vpn-1", customerGatewayId: "cgw-1" };
  // One of each: nothing at all, and in all forms, is for without-session.spec.ts to try.
  const addresses = Object.values(addressesOf(REGION, ids)).flatMap(([first = "/"]) => first);
  expect(addresses.filter((address) => !isOpen(address)).length).toBeGreaterThan(15);
  for (const [what, value] of await strangersCookies(accounts)) {
    const cookie: Record<string, string> =
      value === null ? {} : { cookie: `${SESSION}=${value}; tunnelboard-sign-in=${value}` };
    await Promise.all(
      addresses.map(async (address) => {
        const where = `${address} with ${what}`;
        const isPage = !isApiPath(address);
        const answer = await ask(app.url, address, { headers: cookie });
        expect(hasData(answer.body), where).toBe(false);
        expect(cookieIn(answer, SESSION), where).toBeNull();
        if (isOpen(address)) return;
        expect(answer.headers["cache-control"], where).toContain("no-store");
        if (isPage) {
          expect(answer.status, where).toBe(303);
          expect(answer.headers.location, where).toBe(pages.signIn(address));
        } else {
          expect(answer.status, where).toBe(401);
          expect(answer.headers["content-type"], where).toBe("application/problem+json");
          expect(JSON.parse(answer.body), where).toMatchObject({ code: "sign_in_required" });
        }
      }),
    );
  }
  // And that what is looked for is there to be seen.
  const claims = sessionClaims("olga", accounts.saltOf("olga"));
  const cookie = `${SESSION}=${await sealed(claims, { secret: SESSION_SECRET })}`;
  for (const address of [api.regions, pages.vpnConnections(REGION)]) {
    const answer = await ask(app.url, address, { headers: { cookie } });
    expect(answer.status, address).toBe(200);
    expect(hasData(answer.body), address).toBe(true);
  }
});

test("what is changed in the file of users takes effect without a restart", async ({
  accounts,
  app,
}) => {
  const look = async (cookie: string) => {
    const { status, body } = await ask(app.url, api.regions, { headers: { cookie } });
    return status === 200 ? JSON.parse(body).regions.length : status;
  };
  const eventually = { intervals: [100] };
  const cookie = sessionIn(await signIn(app.url, { user: "mila" }));
  expect(await look(cookie), "all regions").toBeGreaterThan(1);
  accounts.setRoles("mila", `viewer:${REGION}`);
  await expect.poll(() => look(cookie), { message: "another role", ...eventually }).toBe(1);
  const password = "another password of hers";
  accounts.setPassword("mila", password);
  await expect.poll(() => look(cookie), { message: "another password", ...eventually }).toBe(401);
  expect((await signIn(app.url, { user: "mila" })).headers.location).toContain("reason=password");
  const again = sessionIn(await signIn(app.url, { user: "mila", password }));
  expect(await look(again), "with the new password").toBe(1);
  accounts.remove("mila");
  await expect.poll(() => look(again), { message: "taken out", ...eventually }).toBe(401);
});
