import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { User } from "@/lib/server/auth/user";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { replyWithoutQuery } from "@/lib/server/http/reply-with-data";
import { rememberVersion } from "@/lib/server/inventory/selections";
import { forgetAll } from "@/lib/server/testing/account";
import { user } from "@/lib/server/testing/translations";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));
vi.mock("@/lib/server/auth/current-user", () => import("@/lib/server/testing/current-user"));

beforeEach(() => {
  forgetAll();
  user.locale = "en";
});
afterEach(() => {
  globalThis.__tunnelboard = undefined;
});

const ask = (query: string, read: (user: User) => Promise<object>, ifNoneMatch = "") => {
  const nextUrl = new URL(`http://localhost/api/x${query}`);
  const headers = new Headers(ifNoneMatch === "" ? {} : { "If-None-Match": ifNoneMatch });
  return replyWithoutQuery({ nextUrl, headers }, read);
};

describe("the reply of an address without parameters", () => {
  it("is the answer, read for the user's language", async () => {
    user.locale = "zh-CN";
    const response = await ask("", async ({ locale }) => ({ locale }));
    expect(await response.json()).toEqual({ locale: "zh-CN" });
  });

  it.each(["?pageNumber=1", "?x", "?=", "?pageNumber=&y=1"])(
    "to %s is a 400 that names the first parameter, and nothing is read",
    async (query) => {
      const read = vi.fn<() => Promise<object>>();
      const response = await ask(query, read);
      expect(response.status).toBe(400);
      const [parameter] = new URLSearchParams(query).keys();
      expect(await response.json()).toMatchObject({ code: "invalid_parameter", parameter });
      expect(read).not.toHaveBeenCalled();
    },
  );

  it("is a problem when the reading fails", async () => {
    const response = await ask("", async () => {
      throw new ParameterError("vpnGatewayId", "unknownVpnGateway");
    });
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});

const answer =
  (fetchedAt: number, name = "a") =>
  async () => ({
    name,
    fetchedAt,
    requestId: `R-${fetchedAt}`,
    regions: [{ fetchedAt }],
  });
const etagOf = async (read: () => Promise<object>) =>
  (await ask("", read)).headers.get("etag") ?? "";

describe("a conditional request", () => {
  it("for what is as it was is a 304 without a body, which tells when it was read again", async () => {
    const etag = await etagOf(answer(1));
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    const response = await ask("", answer(2), etag);
    expect(response.status).toBe(304);
    expect(await response.text()).toBe("");
    expect(response.headers.get("x-fetched-at")).toBe("2");
    expect(response.headers.get("etag")).toBe(etag);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("for what has changed is answered whole, with another ETag", async () => {
    const etag = await etagOf(answer(1));
    const response = await ask("", answer(1, "b"), etag);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ name: "b" });
    expect(response.headers.get("etag")).not.toBe(etag);
  });

  it.each(["*", 'W/"x", {etag}', "{strong}"])("takes %s too", async (header) => {
    const etag = await etagOf(answer(1));
    const sent = header.replace("{etag}", etag).replace("{strong}", etag.slice(2));
    expect((await ask("", answer(1), sent)).status).toBe(304);
  });

  it.each(['""', "x", 'W/"', ","])(
    "with %j, which is nobody's, is answered whole",
    async (header) => {
      expect((await ask("", answer(1), header)).status).toBe(200);
    },
  );

  it("makes no body for a list whose snapshots are as they were", async () => {
    const list = { name: "a", toJSON: vi.fn<() => object>(() => ({})) };
    rememberVersion(list, "version 1");
    const etag = await etagOf(async () => list);
    list.toJSON.mockClear();
    expect((await ask("", async () => list, etag)).status).toBe(304);
    expect(list.toJSON).not.toHaveBeenCalled();
  });
});
