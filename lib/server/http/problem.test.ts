import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en.json";
import { UPSTREAM_CODES } from "@/lib/vpn/problem";
import { readCompare } from "@/lib/vpn/search-params-compare";
import { readFindings } from "@/lib/vpn/search-params-findings";
import { readPeerConfig } from "@/lib/vpn/search-params-peer-config";
import { readSubnets } from "@/lib/vpn/search-params-subnets";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { toProblem } from "@/lib/server/http/problem";
import { forgetAll } from "@/lib/server/testing/account";
import { user } from "@/lib/server/testing/translations";
import { VpcApiError } from "@/lib/server/vpc-api/errors";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

let lines: string[] = [];

async function detailOf(upstreamCode: string | null): Promise<string> {
  const details = { upstreamCode, action: "DescribeVpnGateways" };
  return (await toProblem(new VpcApiError("access_denied", details))).detail;
}

beforeEach(() => {
  lines = forgetAll();
  user.locale = "en";
});
afterEach(() => {
  globalThis.__tunnelboard = undefined;
});

describe("a failed call of the API", () => {
  it.each([
    ["invalid_parameter", 400],
    ["not_found", 404],
    ["not_configured", 503],
    ["bad_credentials", 502],
    ["access_denied", 502],
    ["clock_skew", 502],
    ["wrong_endpoint", 502],
    ["throttled", 503],
    ["timeout", 504],
    ["unreachable", 502],
    ["upstream_refused", 502],
    ["upstream_failed", 502],
    ["bad_answer", 502],
    ["internal", 500],
  ] as const)("as %s has the status %i and its own title", async (code, status) => {
    expect(await toProblem(new VpcApiError(code))).toMatchObject({
      type: `urn:tunnelboard:problem:${code}`,
      code,
      status,
      title: en.problems[code].title,
    });
  });

  it("has a status in the table above for every code", () =>
    expect(UPSTREAM_CODES).toHaveLength(14));

  it.each(LOCALES.flatMap((locale) => UPSTREAM_CODES.map((code) => ({ locale, code }))))(
    "as $code is told in $locale without a gap",
    async ({ locale, code }) => {
      user.locale = locale;
      const { title, detail } = await toProblem(new VpcApiError(code));
      expect(`${title} ${detail}`).not.toMatch(/[{}]|undefined|null|problems\./);
      expect(/\p{Script=Han}/u.test(title)).toBe(locale === "zh-CN");
      expect(/\p{Script=Han}/u.test(detail)).toBe(locale === "zh-CN");
    },
  );

  it("passes on Alibaba's code and request id where there are any", async () => {
    const details = { upstreamCode: "ServiceUnavailable", requestId: "0A1B-2C" };
    expect(await toProblem(new VpcApiError("upstream_failed", details))).toMatchObject(details);
    const bare = await toProblem(new VpcApiError("upstream_failed"));
    expect(Object.keys(bare).toSorted()).toEqual(["code", "detail", "status", "title", "type"]);
  });

  it.each([
    ["throttled", null, 30],
    ["throttled", 1, 1],
    ["throttled", 0, 1],
    ["throttled", 1_000, 1],
    ["throttled", 1_001, 2],
    ["not_configured", null, 60],
    ["upstream_failed", 5_000, undefined],
    ["timeout", null, undefined],
  ] as const)("as %s after %j ms may be retried in %j s", async (code, retryAfterMs, seconds) => {
    const problem = await toProblem(new VpcApiError(code, { retryAfterMs }));
    expect(problem.retryAfter).toBe(seconds);
  });

  it.each([
    [null, "in 30 seconds"],
    [900, "in 1 second."],
  ])("as throttled after %j ms tells the wait in words", async (retryAfterMs, words) => {
    const problem = await toProblem(new VpcApiError("throttled", { retryAfterMs }));
    expect(problem.detail).toContain(words);
  });

  it("names the action that is missing, and the cure by Alibaba's code", async () => {
    const plain = await detailOf("Forbidden");
    const ram = await detailOf("Forbidden.RAM");
    const subUser = await detailOf("Forbbiden.SubUser");
    expect(new Set([plain, ram, subUser]).size).toBe(3);
    for (const detail of [plain, ram, subUser]) {
      expect(detail).toContain("vpc:DescribeVpnGateways");
    }
    expect(await detailOf(null)).toBe(plain);
    expect(await detailOf("NoPermission")).toBe(plain);
    expect(await detailOf("Forbidden.SubUser")).toBe(subUser);
    expect(await detailOf("Forbedden.NotSupportRAM")).toBe(ram);
  });

  it("tells how a connection failed, where that is known", async () => {
    const refused = await toProblem(new VpcApiError("unreachable", { transport: "ECONNREFUSED" }));
    expect(refused.detail).toContain("(ECONNREFUSED)");
    expect((await toProblem(new VpcApiError("unreachable"))).detail).not.toContain("(");
  });

  it("names what Alibaba does not know", async () => {
    const upstreamCode = "InvalidVpnGatewayInstanceId.NotFound";
    const problem = await toProblem(new VpcApiError("not_found", { upstreamCode }));
    expect(problem.detail).toContain(`(${upstreamCode})`);
  });
});

describe("a wrong request", () => {
  it.each(["unknown", "repeated", "tooMany", "malformed"] as const)(
    "with a parameter that is %s is a 400 that names it",
    async (reason) => {
      const problem = await toProblem(new ParameterError("pageSize", reason));
      expect(problem).toMatchObject({
        code: "invalid_parameter",
        status: 400,
        parameter: "pageSize",
        title: en.problems.invalid_parameter.title,
        detail: en.problems.invalid_parameter[reason]
          .replace("{parameter}", "pageSize")
          .replace("{allowed}", en.problems.invalid_parameter.allowed.pageSize),
      });
    },
  );

  it.each([
    [readSubnets, "q=abc", "q has an invalid value. Allowed: an IPv4 or IPv6 address, or a CIDR"],
    [readSubnets, "overlap=foo", "Allowed: any, same_gateway, remote_remote or remote_local."],
    [readSubnets, "format=xml", "Allowed: csv or json."],
    [readFindings, "format=xml", "Allowed: csv or json."],
    [readFindings, "q=%01", "Allowed: 1 to 100 characters on one line."],
    [readPeerConfig, "format=pdf", "Allowed: text."],
    [readCompare, "withRegionId=..", "Allowed: a region id such as cn-hangzhou."],
    [readCompare, "with=%01", "Allowed: the id of an IPsec connection, or a name"],
  ])("says what this address takes: %o %s", async (read, query, detail) => {
    const asked = read(new URLSearchParams(query));
    const { parameter, reason, rule } = {
      parameter: "",
      reason: "unknown" as const,
      rule: undefined,
      ...asked,
    };
    const error = new ParameterError(parameter, reason, rule);
    expect((await toProblem(error)).detail).toContain(detail);
  });

  it.each([
    "unknownRegion",
    "unknownPath",
    "unknownToAllRegions",
    "unknownVpnConnection",
    "unknownVpnGateway",
    "unknownCustomerGateway",
  ] as const)("for an %s is a 404", async (reason) => {
    expect(await toProblem(new ParameterError("regionId", reason))).toMatchObject({
      code: "not_found",
      status: 404,
      detail: en.problems.not_found[reason],
    });
  });

  it("repeats no more than the beginning of a parameter's name, as plain text", async () => {
    const name = `<b>{x}${"y".repeat(500)}`;
    const problem = await toProblem(new ParameterError(name, "unknown"));
    expect(problem.parameter).toBe(name.slice(0, 40));
    expect(problem.detail).toContain(name.slice(0, 40));
    expect(problem.detail).not.toContain(name.slice(0, 41));
  });
});

describe("an error of ours", () => {
  it.each([
    ["an Error", new TypeError("cannot read hunter2 of undefined")],
    ["a string", "hunter2"],
    ["an object", { text: "hunter2" }],
    ["nothing", undefined],
  ])("that is %s is told and logged without what it says", async (_case, error) => {
    const problem = await toProblem(error);
    expect(problem).toMatchObject({ code: "internal", status: 500 });
    expect(lines).toHaveLength(1);
    expect(lines.join("")).toContain("unexpected error");
    expect(JSON.stringify(problem) + lines.join("")).not.toContain("hunter2");
  });

  it("is logged with its name and where it happened", async () => {
    await toProblem(new RangeError("hunter2"));
    expect(lines.join("")).toContain('"name":"RangeError"');
    expect(lines.join("")).toContain("problem.test.ts");
  });
});
