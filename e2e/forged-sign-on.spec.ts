import { createHash } from "node:crypto";
import { UnsecuredJWT } from "jose";
import { ask } from "@/e2e/raw-request";
import { comeBack, leave, linesOf, sessionIn, test, thereAndBack } from "@/e2e/provider-form";
import { EVIL_TARGETS } from "@/e2e/unsafe-return-paths";
import { expect, REGION } from "@/e2e/fixtures";
import { CLIENT, type Forge, json, signedWith } from "@/e2e/forging-provider";
import { api, pages } from "@/lib/vpn/hrefs";

const past = () => Math.floor(Date.now() / 1000) - 3600;

/** Lies that must not let anybody in. */
const FORGERIES: Record<string, Forge> = {
  "another nonce": { claims: (right) => ({ ...right, nonce: "another" }) },
  "no nonce": { claims: (right) => ({ ...right, nonce: undefined }) },
  "another issuer in the token": { claims: (right) => ({ ...right, iss: "http://127.0.0.1:1" }) },
  "another audience": { claims: (right) => ({ ...right, aud: "another-application" }) },
  "no audience": { claims: (right) => ({ ...right, aud: undefined }) },
  "meant for another client": {
    claims: (right) => ({ ...right, aud: [CLIENT.id, "other"], azp: "other" }),
  },
  "meant for another client alone": { claims: (right) => ({ ...right, azp: "other" }) },
  "of nobody": { claims: (right) => ({ ...right, sub: "" }) },
  expired: { claims: (right) => ({ ...right, iat: past() - 300, exp: past() }) },
  "without an end": { claims: (right) => ({ ...right, exp: undefined }) },
  "not yet": { claims: (right) => ({ ...right, nbf: past() + 7200 }) },
  "without a subject": { claims: (right) => ({ ...right, sub: undefined }) },
  "alg none": { idToken: (claims) => new UnsecuredJWT(claims).encode() },
  "signed by another key": { idToken: (claims, { wrong }) => signedWith(claims, wrong, "RS256") },
  "signed by a key that is not told": {
    idToken: (claims, { wrong }) => signedWith(claims, wrong, "RS256", "another-key"),
  },
  "HS256 with the client's secret": {
    idToken: (claims, { clientSecret }) => signedWith(claims, clientSecret, "HS256"),
  },
  "changed after it was signed": {
    async idToken(claims, { right }) {
      const [head = "", , signature = ""] = (await signedWith(claims, right, "RS256")).split(".");
      const body = Buffer.from(JSON.stringify({ ...claims, roles: ["operator"], sub: "eve" }));
      return [head, body.toString("base64url"), signature].join(".");
    },
  },
  "without its signature": {
    idToken: async (claims, { right }) =>
      (await signedWith(claims, right, "RS256")).replace(/[^.]+$/, ""),
  },
  "no token": { idToken: () => null },
  "a token that is none": { idToken: () => "operator" },
  "another subject in userinfo": {
    claims: ({ roles: _roles, ...right }) => right,
    userinfo: (right) => ({ ...right, sub: "eve" }),
  },
  "another iss in the address": { callback: (back) => back.set("iss", "http://127.0.0.1:1") },
  "no iss in the address": { callback: (back) => back.delete("iss") },
  "iss twice in the address": { callback: (back) => back.append("iss", "http://127.0.0.1:1") },
  "no code": { callback: (back) => back.delete("code") },
  "an empty code": { callback: (back) => back.set("code", "") },
  "a made-up code": { callback: (back) => back.set("code", "made-up") },
  "code twice": { callback: (back) => back.append("code", "made-up") },
  "state twice": { callback: (back) => back.append("state", "made-up") },
  "a token in the address": {
    callback: (back) => {
      back.delete("code");
      back.set("id_token", new UnsecuredJWT({ sub: "olga-1" }).encode());
    },
  },
  "a 500": { token: (response) => json(response, { error: "server_error" }, 500) },
  "a 500 with the right body": { token: (response, right) => json(response, right, 500) },
  "an error": { token: (response) => json(response, { error: "invalid_grant" }, 400) },
  HTML: {
    token(response) {
      response.writeHead(200, { "content-type": "text/html" }).end("<html>Sign in here</html>");
    },
  },
  "half a body": {
    token: (response, right) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": 9_999 });
      response.write(JSON.stringify(right).slice(0, 100));
      response.destroy();
    },
  },
  "another kind of token": {
    token: (response, right) => json(response, { ...right, token_type: "mac" }),
  },
  "an answer elsewhere": {
    token: (response) => {
      response.writeHead(307, { location: "/jwks" }).end();
    },
  },
  "no answer": { token: (response) => response.destroy() },
  "a huge body": {
    token: (response, right) => json(response, { ...right, more: "x".repeat(20_000_000) }),
  },
};

for (const [lie, forge] of Object.entries(FORGERIES)) {
  test(`a provider's answer with a lie lets nobody in: ${lie}`, async ({ app, provider }) => {
    const failed = () => linesOf(app.output(), "sign-in-failed").length;
    const before = failed();
    const answer = await thereAndBack(app.url, provider, forge);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(pages.signIn("/", "refused"));
    expect(sessionIn(answer)).toBeNull();
    await expect.poll(failed, { intervals: [10] }).toBe(before + 1);
  });
}

test("the same provider, when it tells the truth, lets its users in", async ({ app, provider }) => {
  for (const [what, forge] of Object.entries<Forge>({
    "all in the token": {},
    "roles by userinfo": { claims: ({ roles: _roles, ...right }) => right },
    "a clock that is a little ahead": {
      claims: (right) => ({ ...right, iat: (right.iat ?? 0) + 20 }),
    },
  })) {
    const answer = await thereAndBack(app.url, provider, forge);
    expect(answer.headers.location, what).toBe("/");
    const headers = { cookie: sessionIn(answer) ?? "" };
    expect((await ask(app.url, api.regions, { headers })).status, what).toBe(200);
  }
  const ofNone = { claims: (right: object) => ({ ...right, roles: ["another-application"] }) };
  const noRole = await thereAndBack(app.url, provider, ofNone);
  expect(noRole.headers.location).toBe(pages.signIn("/", "noRole"));
  expect(sessionIn(noRole)).toBeNull();
});

test("the provider is asked with state, nonce and PKCE, and the token with the client's secret", async ({
  app,
  provider,
}) => {
  const { location, cookie } = await leave(app.url);
  const asked = new URL(location).searchParams;
  const other = new URL((await leave(app.url)).location).searchParams;
  for (const name of ["state", "nonce", "code_challenge"]) {
    expect(asked.get(name), name).toMatch(/^[\w-]{43,}$/);
    expect(asked.get(name), name).not.toBe(other.get(name));
  }
  expect(asked.get("code_challenge_method")).toBe("S256");
  expect(asked.get("response_type")).toBe("code");
  expect(asked.get("redirect_uri")).toBe(app.url + api.signInCallback);
  await comeBack(app.url, provider.authorize(location), cookie);
  const { authorization, body } = provider.tokenRequests.at(-1) ?? {};
  const verifier = body?.get("code_verifier") ?? "";
  expect(createHash("sha256").update(verifier).digest("base64url")).toBe(
    asked.get("code_challenge"),
  );
  const [scheme, basic = ""] = authorization?.split(" ") ?? [];
  expect(scheme).toBe("Basic");
  expect(decodeURIComponent(Buffer.from(basic, "base64").toString())).toBe(
    `${CLIENT.id}:${CLIENT.secret}`,
  );
  expect(body?.has("client_secret")).toBe(false);
  expect(body?.get("redirect_uri")).toBe(app.url + api.signInCallback);
});

test("the link that was opened is where sign-on leads to, but never another site", async ({
  app,
  provider,
}) => {
  const link = pages.vpnConnections(REGION, { pageSize: 20, q: "a b&c=d" });
  for (const target of [link, ...EVIL_TARGETS]) {
    const { location, cookie } = await leave(app.url, target);
    const { headers } = await comeBack(app.url, provider.authorize(location), cookie);
    if (target === link) expect(headers.location).toBe(link);
    const what = JSON.stringify(target.slice(0, 40));
    expect(headers.location, what).toMatch(/^\/(?![/\\])/);
    expect(new URL(headers.location ?? "", app.url).origin, what).toBe(app.url);
  }
});
