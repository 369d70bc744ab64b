import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RequestIdentity } from "@/lib/server/auth/request-identity";
import { identify } from "@/lib/server/auth/identify";
import { requireLoopbackHost } from "@/lib/server/auth/loopback-host-check";
import { BY_PROVIDER, duringRequest, signInBy } from "@/lib/server/testing/sign-in";

beforeEach(() => void signInBy({}));
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const withHost = (host: string | null): RequestIdentity => ({
  header: (name) => (name === "host" ? host : null),
  cookie: () => undefined,
});
type Headers = Record<string, string>;
const ask = (host: string | null = "localhost:3000", peer = "127.0.0.1", headers: Headers = {}) =>
  duringRequest({ peer, headers }, () => identify(withHost(host)));

describe("where nobody has to sign in", () => {
  it.each([
    ["localhost", "127.0.0.1"],
    ["localhost:3000", "::1"],
    ["127.0.0.1:3000", "::ffff:127.0.0.1"],
    ["[::1]:3000", "127.0.0.1"],
    ["LOCALHOST:80", "127.9.9.9"],
  ])("who asks %s from %s sees everything", async (host, peer) => {
    expect(await ask(host, peer)).toEqual({
      name: null,
      grant: { role: "operator", limits: null, roles: ["operator"] },
      session: null,
    });
  });

  it.each([
    null,
    "",
    "app.example",
    "evil.example:3000",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evil.example#127.0.0.1",
    "localhost@evil.example",
    "192.0.2.7:3000",
    "0.0.0.0:3000",
    "[::]:3000",
    "localhost, evil.example",
  ])("the name %j is not one of this machine", async (host) => {
    await expect(ask(host)).rejects.toMatchObject({ reason: "wrongHost" });
    expect(() => requireLoopbackHost(withHost(host))).toThrow("wrongHost");
  });

  it.each(["192.0.2.7", "10.0.0.1", "::ffff:192.0.2.7", "fe80::1", ""])(
    "whoever comes from %j is not served, whatever name they use",
    async (peer) => {
      await expect(ask("localhost", peer)).rejects.toMatchObject({ reason: "notLoopback" });
    },
  );

  it.each<Headers>([
    { "x-forwarded-for": "192.0.2.7" },
    { "x-forwarded-for": "127.0.0.1" },
    { forwarded: "for=127.0.0.1" },
    { forwarded: "" },
  ])("what was passed on is not served: %j", async (headers) => {
    await expect(ask("localhost", "127.0.0.1", headers)).rejects.toMatchObject({
      reason: "forwarded",
    });
  });

  it("a proxy that is trusted with addresses lets nobody in either", async () => {
    signInBy({ TUNNELBOARD_TRUSTED_PROXIES: "127.0.0.1" });
    const headers = { "x-forwarded-for": "127.0.0.1" };
    await expect(ask("localhost", "127.0.0.1", headers)).rejects.toMatchObject({
      reason: "forwarded",
    });
  });

  it("nothing is taken for granted where the connection is not known", async () => {
    await expect(identify(withHost("localhost"))).rejects.toMatchObject({
      reason: "notLoopback",
    });
  });

  it("the log says that it was somebody here", async () => {
    const user = await duringRequest({}, async (context) => {
      await identify(withHost("localhost"));
      return context.user;
    });
    expect(user).toEqual({ name: null, role: "operator", by: "this machine" });
  });

  it("who is turned away is nobody to the log", async () => {
    const user = await duringRequest({}, async (context) => {
      await identify(withHost("evil.example")).catch(() => undefined);
      return context.user;
    });
    expect(user).toBeUndefined();
  });
});

describe("where somebody signs in", () => {
  it("a name is the proxy's business in front", () => {
    signInBy(BY_PROVIDER);
    expect(() => requireLoopbackHost(withHost("anything.example"))).not.toThrow();
  });

  it("this machine is nobody special", async () => {
    signInBy(BY_PROVIDER);
    await expect(ask()).rejects.toMatchObject({ reason: "signInRequired" });
  });
});
