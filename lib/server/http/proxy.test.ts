import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NextRequest, NextResponse } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { handleProxiedRequest } from "@/lib/server/http/proxy";
import { BY_PROVIDER, duringRequest, signInBy } from "@/lib/server/testing/sign-in";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

beforeEach(() => void signInBy(BY_PROVIDER));
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = (address: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  duringRequest({}, () =>
    handleProxiedRequest(new NextRequest(new URL(address, "https://app.example"), init), () =>
      NextResponse.next(),
    ),
  );

const as = (user: string) => ask("/go/vco-1", { headers: { "X-User": user } });

/** Follows where a stranger is sent. */
async function sentTo(address: string): Promise<string> {
  const response = await ask(address);
  expect(response.status).toBe(303);
  return response.headers.get("location") ?? "";
}

describe("a stranger", () => {
  it("is sent to sign in, and on from there", async () => {
    const { pathname, searchParams } = new URL(await sentTo("/go/vco-1?a=b"));
    expect(pathname).toBe("/sign-in");
    expect(searchParams.get("returnTo")).toBe("/go/vco-1?a=b");
  });

  it.each([2_500, 11_900])("gets there with an address of %i characters too", async (length) => {
    const there = await sentTo(`/vpn-connections?q=${"%20".repeat(length / 3)}`);
    expect((await ask(there)).status).toBe(200);
  });
});

describe("what is refused", () => {
  it("is data without a session, in words that a program reads", async () => {
    const response = await ask("/api/overview");
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "sign_in_required" });
  });

  it.each([
    ["PUT", 405],
    ["DELETE", 405],
    ["POST", 405],
  ])("is a %s, before anything else is looked at", async (method, status) => {
    expect((await ask("/api/overview", { method })).status).toBe(status);
  });

  it("is who has no role behind a proxy, in plain words: the sign-in page would only lead back", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tunnelboard-proxy-"));
    const file = join(folder, "users");
    writeFileSync(file, "vera viewer -");
    const lines = signInBy({
      TUNNELBOARD_USER_HEADER: "X-User",
      TUNNELBOARD_TRUSTED_PROXIES: "127.0.0.1",
      TUNNELBOARD_USERS_FILE: file,
    });
    expect((await as("vera")).status).toBe(200);
    const response = await as("mallory");
    expect(response.status).toBe(403);
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(lines.join("")).toContain('"event":"refused","user":"mallory"');
    rmSync(folder, { recursive: true });
  });

  it("is whatever comes before the server can see from where: page, data and health alike", async () => {
    for (const address of ["/", "/api/overview", "/api/health", "/sign-in"]) {
      const request = new NextRequest(new URL(address, "https://app.example"));
      const response = await handleProxiedRequest(request, () => NextResponse.next());
      expect(response.status).toBe(503);
      const isData = address.startsWith("/api");
      expect(response.headers.get(isData ? "retry-after" : "refresh")).toBe("1");
    }
  });
});
