import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { identifyForMetrics } from "@/lib/server/auth/identify-metrics";
import { masked } from "@/lib/server/runtime/known-secrets";
import { BY_PROVIDER, duringRequest, signInBy } from "@/lib/server/testing/sign-in";

const TOKEN = "metrics-token-of-the-test";
const WITH_TOKEN = { ...BY_PROVIDER, TUNNELBOARD_METRICS_TOKEN: TOKEN };

beforeEach(() => void signInBy(WITH_TOKEN));
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = (authorization: string | null) =>
  duringRequest({ peer: "192.0.2.7" }, async (context) => {
    const identity = await identifyForMetrics({
      header: (name) => (name === "authorization" ? authorization : null),
      cookie: () => undefined,
    });
    return { ...identity, logged: context.user };
  });

describe("whoever shows the token", () => {
  it.each(["Bearer", "bearer", "BEARER"])("after %s sees what a viewer sees", async (scheme) => {
    expect(await ask(`${scheme} ${TOKEN}`)).toMatchObject({
      name: null,
      grant: { role: "viewer", limits: null },
      session: null,
      logged: { name: null, role: "viewer", by: "metrics token" },
    });
  });

  it("is told so in the log by no more than that", () => {
    expect(masked(`a line with ${TOKEN}`)).toBe("a line with [secret]");
  });
});

describe("another token", () => {
  it.each([
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(0, -1)}`,
    `Bearer ${TOKEN.toUpperCase()}`,
    `Bearer ${TOKEN},${TOKEN}`,
    `Bearer ${TOKEN} ${TOKEN}`,
    "Bearer undefined",
    "Bearer ",
    "Bearer",
  ])("is refused, whoever else it may be: %s", async (authorization) => {
    await expect(ask(authorization)).rejects.toMatchObject({ reason: "wrongToken" });
  });
});

describe("without a token it is the session that counts", () => {
  it.each([null, "", "Basic dTpw", "Bearerx", `Token ${TOKEN}`, TOKEN])(
    "with %j as Authorization",
    async (authorization) => {
      await expect(ask(authorization)).rejects.toMatchObject({ reason: "signInRequired" });
    },
  );

  it("also where none is configured, and something in between sends one of its own", async () => {
    signInBy({});
    const identity = await duringRequest({}, () =>
      identifyForMetrics({
        header: (name) => (name === "host" ? "127.0.0.1" : "Bearer of another"),
        cookie: () => undefined,
      }),
    );
    expect(identity.grant.role).toBe("operator");
  });
});
