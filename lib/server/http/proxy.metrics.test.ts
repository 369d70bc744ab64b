import { NextRequest, NextResponse } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { handleProxiedRequest } from "@/lib/server/http/proxy";
import { BY_PROVIDER, duringRequest, signInBy } from "@/lib/server/testing/sign-in";
import { api, pages } from "@/lib/vpn/hrefs";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

const TOKEN = "metrics-token-of-the-test";

let lines: string[];
beforeEach(() => {
  lines = signInBy({ ...BY_PROVIDER, TUNNELBOARD_METRICS_TOKEN: TOKEN });
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

function ask(path: string, token?: string): Promise<NextResponse> {
  const headers: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  return duringRequest({ path }, () =>
    handleProxiedRequest(new NextRequest(new URL(path, "https://app.example"), { headers }), () =>
      NextResponse.next(),
    ),
  );
}

describe("the token", () => {
  it("opens the metrics", async () => {
    expect((await ask(api.metrics, TOKEN)).status).toBe(200);
  });

  it.each([api.overview, api.regions, `${api.metrics}x`, `${api.metrics}/x`, pages.home])(
    "opens nothing else: %s",
    async (path) => {
      expect([303, 401]).toContain((await ask(path, TOKEN)).status);
    },
  );
});

describe("whoever is refused at the metrics", () => {
  it.each([
    ["with another token", "another-token-of-the-test", "wrong_token", ', error="invalid_token"'],
    ["with none", undefined, "sign_in_required", ""],
  ])("%s is told how to get in, and not led to a page", async (_what, token, code, error) => {
    const response = await ask(api.metrics, token);
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe(`Bearer realm="metrics"${error}`);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ code, status: 401 });
  });

  it("is in the audit trail, without the token", async () => {
    await ask(api.metrics, "another-token-of-the-test");
    const trail = lines.join("");
    expect(trail).toContain('"event":"refused"');
    expect(trail).toContain('"result":"wrongToken","path":"/metrics"');
    expect(trail).not.toContain("another-token");
  });

  it("elsewhere no token is asked for", async () => {
    expect((await ask(api.overview)).headers.get("www-authenticate")).toBeNull();
  });
});
