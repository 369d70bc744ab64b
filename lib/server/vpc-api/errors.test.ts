import { describe, expect, it } from "vitest";
import type { UpstreamProblemCode } from "@/lib/vpn/problem";
import { isVpcApiError, refusal, VpcApiError } from "@/lib/server/vpc-api/errors";

type Row = [
  upstreamCode: string | null,
  status: number,
  code: UpstreamProblemCode,
  retryable: boolean,
];

const ROWS: Row[] = [
  ["Forbbiden.SubUser", 403, "access_denied", false],
  ["Forbbiden.SubUser", 400, "access_denied", false],
  ["Forbidden.SubUser", 403, "access_denied", false],
  ["Forbidden", 403, "access_denied", false],
  ["Forbbiden", 403, "access_denied", false],
  ["Forbidden.RAM", 403, "access_denied", false],
  ["Forbidden.RAM", 400, "access_denied", false],
  ["Forbedden.NotSupportRAM", 403, "access_denied", false],
  ["Forbedden.NotSupportRAM", 400, "access_denied", false],
  ["NoPermission", 403, "access_denied", false],
  ["InvalidVpnConnectionInstanceId.NotFound", 404, "not_found", false],
  ["InvalidVpnGatewayInstanceId.NotFound", 404, "not_found", false],
  ["InvalidCustomerGatewayInstanceId.NotFound", 404, "not_found", false],
  ["InvalidRegionId.NotFound", 404, "not_found", false],
  ["InvalidOperation.NotSupportedEndpoint", 404, "wrong_endpoint", false],
  ["InvalidApi.NotFound", 404, "wrong_endpoint", false],
  ["InvalidProduct.NotFound", 404, "wrong_endpoint", false],
  ["InvalidProtocol.NeedSsl", 404, "wrong_endpoint", false],
  ["InvalidAccessKeyId.NotFound", 404, "bad_credentials", false],
  ["InvalidAccessKeyId.NotFound", 400, "bad_credentials", false],
  ["InvalidAccessKeyId", 400, "bad_credentials", false],
  ["InvalidAccessKeyId.Inactive", 403, "bad_credentials", false],
  ["MissingAccessKeyId", 400, "bad_credentials", false],
  ["SignatureDoesNotMatch", 400, "bad_credentials", false],
  ["IncompleteSignature", 400, "bad_credentials", false],
  ["InvalidSecurityToken.Expired", 400, "bad_credentials", true],
  ["InvalidSecurityToken.Malformed", 403, "bad_credentials", true],
  ["MissingSecurityToken", 400, "bad_credentials", false],
  ["InvalidTimeStamp.Expired", 400, "clock_skew", false],
  ["IllegalTimestamp", 400, "clock_skew", false],
  ["InvalidTimeStamp.Format", 400, "upstream_refused", false],
  ["SignatureNonceUsed", 400, "upstream_refused", false],
  ["Throttling", 400, "throttled", true],
  ["Throttling.User", 400, "throttled", true],
  ["Throttling.Api", 400, "throttled", true],
  ["Rejected.Throttling", 400, "throttled", true],
  ["Throttling", 503, "throttled", true],
  ["MissingRegionId", 400, "upstream_refused", false],
  ["InvalidParameter", 400, "upstream_refused", false],
  ["InvalidParameter", 404, "upstream_refused", false],
  ["UnsupportedHTTPMethod", 405, "upstream_refused", false],
  ["VpnConnection.Configuring", 400, "upstream_refused", false],
  ["ServiceUnavailable", 503, "upstream_failed", true],
  ["InternalError", 500, "upstream_failed", true],
  ["SomethingNew", 400, "upstream_refused", false],
  ["SomethingNew", 200, "upstream_refused", false],
  ["SomethingNew", 500, "upstream_failed", true],
  [null, 400, "upstream_refused", false],
  [null, 401, "bad_credentials", false],
  [null, 403, "access_denied", false],
  [null, 404, "upstream_refused", false],
  [null, 408, "upstream_refused", true],
  [null, 429, "throttled", true],
  [null, 500, "upstream_failed", true],
  [null, 502, "upstream_failed", true],
  [null, 503, "upstream_failed", true],
  [null, 504, "upstream_failed", true],
  [null, 302, "upstream_refused", false],
];

describe("a refusal", () => {
  it.each(ROWS)("%s under %i is %s (again: %s)", (upstreamCode, status, code, retryable) => {
    const details = { upstreamCode, requestId: "R-1", action: "DescribeX", retryAfterMs: 70 };
    expect(refusal(status, upstreamCode, details)).toMatchObject({
      code,
      retryable,
      httpStatus: status,
      ...details,
    });
  });
});

describe("an error of the API's door", () => {
  it("says its code and nothing else, and without details has none", () => {
    const error = new VpcApiError("timeout");
    expect(String(error)).toBe("VpcApiError: timeout");
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "VpcApiError",
      code: "timeout",
      action: null,
      upstreamCode: null,
      requestId: null,
      httpStatus: null,
      retryAfterMs: null,
      transport: null,
      retryable: false,
    });
  });
});

describe("an error of another bundle's copy of the class", () => {
  it("is known by its name", () => {
    class VpcApiErrorOfAnotherBundle extends Error {
      override name = "VpcApiError";
    }
    expect(isVpcApiError(new VpcApiErrorOfAnotherBundle())).toBe(true);
    expect(isVpcApiError(new Error("VpcApiError"))).toBe(false);
  });
});
