import { afterEach, describe, expect, it, vi } from "vitest";
import { AccessError, type AccessReason, isAccessError } from "@/lib/server/auth/access-error";
import { accessProblem, limitProblem } from "@/lib/server/http/access-problem";
import { type LimitReason, RequestLimitError } from "@/lib/server/http/request-limits";
import { toProblem } from "@/lib/server/http/problem";
import { user } from "@/lib/server/testing/translations";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

afterEach(() => {
  user.locale = "en";
});

describe.each(["en", "zh-CN"] as const)("why somebody may not, in %s,", (locale) => {
  it.each<[AccessReason, string, number]>([
    ["signInRequired", "sign_in_required", 401],
    ["wrongPassword", "sign_in_failed", 401],
    ["tooManyAttempts", "too_many_attempts", 429],
    ["wrongToken", "wrong_token", 401],
    ["wrongHost", "wrong_host", 421],
    ["starting", "starting", 503],
    ["noRole", "forbidden", 403],
    ["notLoopback", "forbidden", 403],
    ["forwarded", "forbidden", 403],
    ["untrustedProxy", "forbidden", 403],
    ["noUser", "forbidden", 403],
    ["foreignOrigin", "forbidden", 403],
    ["limited", "forbidden", 403],
  ])("is for %s the problem %s with status %i", async (reason, code, status) => {
    user.locale = locale;
    const told = await accessProblem(new AccessError(reason));
    expect(told).toMatchObject({ code, status, type: `urn:tunnelboard:problem:${code}` });
    for (const text of [told.title, told.detail]) {
      expect(text.length).toBeGreaterThan(3);
      expect(/\p{Script=Han}/u.test(text)).toBe(locale === "zh-CN");
    }
    expect(await toProblem(new AccessError(reason))).toEqual(told);
  });

  it.each<[LimitReason, number]>([
    ["method", 405],
    ["addressTooLong", 414],
    ["unexpectedBody", 400],
    ["bodyLength", 411],
    ["bodyTooLarge", 413],
    ["bodyType", 415],
  ])("is for %s a bad request with status %i", async (reason, status) => {
    user.locale = locale;
    const told = await limitProblem(new RequestLimitError(reason));
    expect(told).toMatchObject({ code: "invalid_request", status });
    expect(/\p{Script=Han}/u.test(told.detail)).toBe(locale === "zh-CN");
    expect(await toProblem(new RequestLimitError(reason))).toEqual(told);
  });
});

describe("details", () => {
  it("are another text for each reason", async () => {
    const reasons = [
      "noRole",
      "notLoopback",
      "forwarded",
      "untrustedProxy",
      "noUser",
      "limited",
    ] as const;
    const told = await Promise.all(reasons.map((reason) => accessProblem(new AccessError(reason))));
    expect(new Set(told.map(({ detail }) => detail)).size).toBe(reasons.length);
  });

  it.each([
    [null, 1],
    [1, 1],
    [1_000, 1],
    [1_001, 2],
    [60_000, 60],
  ])("of a wait of %j ms say to try again in %i s", async (ms, seconds) => {
    const told = await accessProblem(new AccessError("tooManyAttempts", ms));
    expect(told.retryAfter).toBe(seconds);
    expect(told.detail).toContain(String(seconds));
  });
});

describe("an error of access", () => {
  it("is known by its name, since each bundle has a class of its own", () => {
    expect(isAccessError(Object.assign(new Error("noRole"), { name: "AccessError" }))).toBe(true);
    expect(isAccessError(new AccessError("noRole"))).toBe(true);
    for (const other of [new Error("AccessError"), null, { name: "AccessError" }, "AccessError"]) {
      expect(isAccessError(other)).toBe(false);
    }
  });
});
