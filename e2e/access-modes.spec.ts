import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { end, launch, startApp } from "@/e2e/app-server";
import { ask } from "@/e2e/raw-request";
import { expect, REGION, test } from "@/e2e/fixtures";
import { api, pages } from "@/lib/vpn/hrefs";

const HEALTH = "/api/health";
const SECRET = "session-N3verSh0wMe-0123456789abcdef";

test.describe("where nobody has to sign in", () => {
  test("only the names of this machine are answered to", async ({ app }) => {
    const { port } = new URL(app.url);
    for (const [host, isOurs] of [
      [`127.0.0.1:${port}`, true],
      [`localhost:${port}`, true],
      [`LocalHost:${port}`, true],
      [`[::1]:${port}`, true],
      ["localhost", true],
      ["127.0.0.2:8080", true],
      ["evil.example", false],
      [`evil.example:${port}`, false],
      ["127.0.0.1.evil.example", false],
      ["localhost.evil.example", false],
      ["notlocalhost", false],
      ["localhost.", false],
      ["evil.example#127.0.0.1", false],
      ["user@localhost", false],
      ["0.0.0.0", false],
      ["10.0.0.1", false],
      ["[::ffff:10.0.0.1]", false],
    ] as const) {
      for (const address of [
        HEALTH,
        api.regions,
        pages.home,
        pages.vpnConnections(REGION),
        pages.signIn(),
      ]) {
        const where = `${address} at ${host}`;
        const answer = await ask(app.url, address, { headers: { host } });
        if (isOurs) expect(answer.status, where).toBeLessThan(400);
        else expect(answer.status, where).toBe(421);
        if (isOurs) continue;
        expect(answer.body, where).toContain("responds only under the names of its own machine");
        expect(answer.body, where).not.toMatch(/hz-prod|"regionId"/);
        expect(answer.headers.location, where).toBeUndefined();
      }
    }
  });

  test("what a proxy has passed on is refused", async ({ app }) => {
    for (const headers of [
      { "x-forwarded-for": "127.0.0.1" },
      { "x-forwarded-for": "10.0.0.1", "x-forwarded-user": "olga" },
      { forwarded: "for=127.0.0.1" },
    ]) {
      for (const address of [api.regions, pages.home]) {
        const answer = await ask(app.url, address, { headers });
        expect(answer.status, `${address} with ${JSON.stringify(headers)}`).toBe(403);
        expect(answer.body).toContain("The request came through a proxy");
      }
    }
  });

  test("the page and the log say so, and there is nothing to sign in to", async ({ app }) => {
    const { body } = await ask(app.url, pages.home);
    expect(body).toMatch(/<footer.*Sign-in is not configured, so only this machine is served\./s);
    expect(app.output()).toContain("Sign-in is not configured: only this machine is served");
    expect((await ask(app.url, pages.signIn("/go/x"))).headers.location).toBe("/go/x");
    const headers = { origin: app.url };
    for (const [what, answer] of Object.entries({
      form: await ask(app.url, api.signIn(), { form: { user: "olga", password: "x" }, headers }),
      link: await ask(app.url, api.signIn()),
      "way back": await ask(app.url, `${api.signInCallback}?code=x&state=y`),
    })) {
      expect(answer.status, what).toBe(404);
      expect(answer.cookies, what).toEqual([]);
    }
  });
});

/** What is wrong, the variables that the message must name, and the values that it must not. */
const WRONG: Record<string, { env: Record<string, string>; named: string[] }> = {
  "everybody is served, and nobody signs in": { env: { HOST: "0.0.0.0" }, named: ["HOST"] },
  "values that are none": {
    env: {
      APP_URL: "http://intern.example",
      SESSION_SECRET: "short-secret",
      OIDC_ISSUER: "http://login.example",
      TUNNELBOARD_USER_HEADER: "X User",
      TUNNELBOARD_TRUSTED_PROXIES: "not-a-network",
    },
    named: [
      "APP_URL",
      "SESSION_SECRET",
      "OIDC_ISSUER",
      "TUNNELBOARD_USER_HEADER",
      "TUNNELBOARD_TRUSTED_PROXIES",
    ],
  },
  "half a provider": {
    env: { OIDC_CLIENT_SECRET: "client-N3verSh0wMe" },
    named: ["OIDC_ISSUER", "OIDC_CLIENT_ID", "SESSION_SECRET", "APP_URL"],
  },
  "a proxy and a provider": {
    env: { TUNNELBOARD_USER_HEADER: "X-User-N3ver", OIDC_ISSUER: "https://login.example" },
    named: ["TUNNELBOARD_TRUSTED_PROXIES", "OIDC_ISSUER"],
  },
  "local accounts beyond this machine, without an address": {
    env: { HOST: "0.0.0.0", SESSION_SECRET: SECRET, TUNNELBOARD_USERS_FILE: "/no/such/users" },
    named: ["APP_URL"],
  },
  "a file that is not there": {
    env: { SESSION_SECRET: SECRET, TUNNELBOARD_USERS_FILE: "/no/such/users" },
    named: ["TUNNELBOARD_USERS_FILE", "ENOENT"],
  },
};

for (const [what, { env, named }] of Object.entries(WRONG)) {
  test(`npm start stops at a bad configuration and names it: ${what}`, async () => {
    const { child, output } = launch(env);
    try {
      await expect.poll(() => child.exitCode).toBe(1);
    } finally {
      await end(child);
    }
    for (const name of named) expect(output()).toContain(name);
    for (const value of Object.values(env)) {
      if (value !== "0.0.0.0") expect(output()).not.toContain(value);
    }
  });
}

const as = (user: string | string[]) => ({ "x-auth-user": user, "x-forwarded-for": "10.1.2.3" });

test.describe("behind a proxy that signs people in", () => {
  const PROXY = {
    TUNNELBOARD_TRUSTED_PROXIES: "127.0.0.1",
    TUNNELBOARD_USER_HEADER: "X-Auth-User",
  };

  test("whom it names has the roles of the file, and nobody else gets in", async ({
    simulator,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), "tunnelboard-users-"));
    const path = join(folder, "users");
    writeFileSync(path, `olga operator -\nrita viewer:${REGION} -\n`);
    const app = await startApp(simulator, { ...PROXY, TUNNELBOARD_USERS_FILE: path });
    const regionsOf = async (user: string) => {
      const { body } = await ask(app.url, api.regions, { headers: as(user) });
      return JSON.parse(body).regions.length;
    };
    expect(await regionsOf("olga")).toBeGreaterThan(1);
    expect(await regionsOf("rita")).toBe(1);
    const page = await ask(app.url, pages.home, { headers: as("rita") });
    expect(page.body).toContain("The proxy in front of this dashboard signs you in and out");
    for (const [who, headers] of Object.entries({
      nobody: {},
      "an empty name": as(""),
      "two names": as(["olga", "rita"]),
      "two names in one": as("olga, rita"),
      "no name": as("a b"),
      "somebody who is not in the file": as("nora"),
      "another header": { "x-forwarded-user": "olga", "x-auth_user": "olga" },
    })) {
      for (const address of [api.regions, pages.home]) {
        const answer = await ask(app.url, address, { headers });
        expect(answer.body, `${address} as ${who}`).not.toMatch(/"regionId"|hz-prod|China \(/);
        expect([303, 403], `${address} as ${who}`).toContain(answer.status);
      }
    }
    expect(app.output()).toContain(
      "Tunnelboard does not sign users in: it trusts the user named in",
    );
    await expect
      .poll(app.output)
      .toContain('"user":"rita","role":"viewer","by":"proxy","address":"10.1.2.3"');
    await app.close();
    rmSync(folder, { recursive: true });
  });

  test("a name that comes from elsewhere is nobody's", async ({ simulator }) => {
    const settings = { ...PROXY, TUNNELBOARD_TRUSTED_PROXIES: "10.0.0.0/8,::2" };
    const app = await startApp(simulator, settings);
    for (const more of [{}, { "x-forwarded-for": "10.0.0.1" }, { forwarded: "for=10.0.0.1" }]) {
      for (const address of [api.regions, pages.home]) {
        const headers = { "x-auth-user": "olga", ...more };
        const answer = await ask(app.url, address, { headers });
        expect(answer.status, address).toBe(403);
        expect(answer.body, address).toContain("TUNNELBOARD_TRUSTED_PROXIES");
      }
    }
    expect((await ask(app.url, HEALTH)).status).toBe(200);
    await app.close();
  });
});
