import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { audit } from "@/lib/server/runtime/audit-log";
import { duringRequest, signInBy } from "@/lib/server/testing/sign-in";

let lines: string[];

beforeEach(() => {
  lines = signInBy({ TUNNELBOARD_TRUSTED_PROXIES: "10.0.0.5" });
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const line = (): unknown => JSON.parse(lines[0] ?? "null");
const REQUEST = { peer: "10.0.0.5", headers: { "x-forwarded-for": "192.0.2.7" } };

describe("a line of the audit trail", () => {
  it("tells who did what from where, as the request tells it", () => {
    duringRequest(REQUEST, (context) => {
      context.user = { name: "ada", role: "viewer", by: "oidc", subject: "0a1b" };
      audit("refused", { result: "noRole", path: "/x" });
    });
    expect(line()).toEqual({
      level: 30,
      time: expect.any(Number),
      msg: "audit",
      kind: "audit",
      event: "refused",
      user: "ada",
      subject: "0a1b",
      role: "viewer",
      by: "oidc",
      address: "192.0.2.7",
      result: "noRole",
      path: "/x",
    });
  });

  it("tells what it is told rather than what the request tells", () => {
    duringRequest(REQUEST, (context) => {
      context.user = { name: "ada", role: "viewer", by: "oidc", subject: "0a1b" };
      const told = { user: "bob", role: "operator", address: "192.0.2.8" };
      audit("sign-in", { ...told, by: "local", result: "ok" });
    });
    expect(line()).toMatchObject({
      user: "bob",
      role: "operator",
      address: "192.0.2.8",
      by: "local",
    });
  });

  it("names nobody where nobody is known", () => {
    duringRequest(REQUEST, (context) => {
      context.user = { name: "ada", role: "viewer", by: "oidc", subject: "0a1b" };
      audit("sign-in-failed", { user: null, result: "wrongPassword" });
    });
    expect(line()).toMatchObject({ user: null });
  });

  it("is written outside of a request too", () => {
    audit("sign-out", { result: "ok" });
    expect(line()).toMatchObject({ event: "sign-out", user: null, role: null, address: null });
  });
});
