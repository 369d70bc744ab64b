import type { Fault } from "@/lib/simulator/faults";
import type { ProblemCode } from "@/lib/vpn/problem";

export type Case = {
  name: string;
  fault: Fault;
  status: number;
  code: ProblemCode;
  upstreamCode?: string;
  /** Words of the page that tell the user what to do. */
  advice: RegExp;
};

const error = (code: string, status: number) => ({ kind: "error", code, status }) as const;

/**
 * Every way in which the API can fail, and what the user must see. Being throttled and being kept
 * waiting are in files of their own, since the server remembers the one and takes long over the other.
 */
export const CASES: Case[] = [
  {
    name: "Forbidden",
    fault: error("Forbidden", 403),
    status: 502,
    code: "access_denied",
    upstreamCode: "Forbidden",
    advice: /Allow the action vpc:Describe/,
  },
  {
    name: "Forbidden.RAM",
    fault: error("Forbidden.RAM", 403),
    status: 502,
    code: "access_denied",
    upstreamCode: "Forbidden.RAM",
    advice: /lacks the action vpc:Describe/,
  },
  {
    name: "Forbbiden.SubUser",
    fault: error("Forbbiden.SubUser", 403),
    status: 502,
    code: "access_denied",
    upstreamCode: "Forbbiden.SubUser",
    advice: /belong to another account/,
  },
  {
    name: "an unknown AccessKey",
    fault: error("InvalidAccessKeyId.NotFound", 404),
    status: 502,
    code: "bad_credentials",
    upstreamCode: "InvalidAccessKeyId.NotFound",
    advice: /AccessKey of the server is unknown/,
  },
  {
    name: "a wrong secret",
    fault: error("SignatureDoesNotMatch", 400),
    status: 502,
    code: "bad_credentials",
    upstreamCode: "SignatureDoesNotMatch",
    advice: /its secret is wrong/,
  },
  {
    name: "a clock that is off",
    fault: error("InvalidTimeStamp.Expired", 400),
    status: 502,
    code: "clock_skew",
    upstreamCode: "InvalidTimeStamp.Expired",
    advice: /Set the clock/,
  },
  {
    name: "a clock that is an hour behind",
    fault: { kind: "clock-skew", ms: 3_600_000 },
    status: 502,
    code: "clock_skew",
    upstreamCode: "InvalidTimeStamp.Expired",
    advice: /Set the clock/,
  },
  {
    name: "a token that has expired",
    fault: error("InvalidSecurityToken.Expired", 400),
    status: 502,
    code: "bad_credentials",
    upstreamCode: "InvalidSecurityToken.Expired",
    advice: /unknown, disabled or expired/,
  },
  {
    name: "a redirect",
    fault: { kind: "body", body: "", status: 302 },
    status: 502,
    code: "upstream_refused",
    advice: /retrying does not fix/,
  },
  {
    name: "the wrong endpoint",
    fault: error("InvalidOperation.NotSupportedEndpoint", 404),
    status: 502,
    code: "wrong_endpoint",
    upstreamCode: "InvalidOperation.NotSupportedEndpoint",
    advice: /Check VPC_ENDPOINT/,
  },
  {
    name: "a region the API does not know",
    fault: error("InvalidRegionId.NotFound", 404),
    status: 404,
    code: "not_found",
    upstreamCode: "InvalidRegionId.NotFound",
    advice: /did not find the resource/,
  },
  {
    name: "an error of another kind",
    fault: error("InvalidParameter.Odd", 400),
    status: 502,
    code: "upstream_refused",
    upstreamCode: "InvalidParameter.Odd",
    advice: /retrying does not fix/,
  },
  {
    name: "a fault of the service",
    fault: error("ServiceUnavailable", 503),
    status: 502,
    code: "upstream_failed",
    upstreamCode: "ServiceUnavailable",
    advice: /failed on its side/,
  },
  {
    name: "a success under a failure's status",
    fault: { kind: "status", status: 500 },
    status: 502,
    code: "upstream_failed",
    advice: /failed on its side/,
  },
  {
    name: "a connection that is reset",
    fault: { kind: "reset" },
    status: 502,
    code: "unreachable",
    advice: /could not connect/,
  },
  {
    name: "half a body",
    fault: { kind: "half-body" },
    status: 502,
    code: "unreachable",
    advice: /could not connect/,
  },
  ...[
    "null",
    "[]",
    "{}",
    "",
    "<html><body>Sign in here</body></html>",
    '{"TotalCount": 1, "Vpn',
  ].map((body): Case => ({
    name: `the body ${JSON.stringify(body)}`,
    fault: { kind: "body", body },
    status: 502,
    code: "bad_answer",
    advice: /does not match the documentation/,
  })),
  {
    name: "HTML under 502",
    fault: {
      kind: "body",
      body: "<h1>Bad Gateway</h1>",
      status: 502,
      contentType: "text/html",
    },
    status: 502,
    code: "upstream_failed",
    advice: /failed on its side/,
  },
  {
    name: "an error in XML",
    fault: {
      kind: "body",
      status: 403,
      contentType: "text/xml",
      body: "<?xml version='1.0'?><Error><RequestId>0F2B4A5C-XML</RequestId><Code>Forbidden</Code><Message>LTAIsecret</Message></Error>",
    },
    status: 502,
    code: "access_denied",
    upstreamCode: "Forbidden",
    advice: /Allow the action/,
  },
  {
    name: "the answer in XML",
    fault: { kind: "xml" },
    status: 502,
    code: "bad_answer",
    advice: /does not match the documentation/,
  },
];
