import "server-only";
import type { UpstreamProblemCode } from "@/lib/vpn/problem";

type Details = {
  /** The API's action, for advice on permissions. */
  action?: string | null;
  /** Alibaba's code and request id, as far as they look like ones. */
  upstreamCode?: string | null;
  requestId?: string | null;
  httpStatus?: number | null;
  /** What x-acs-retry-after asked for, in milliseconds. */
  retryAfterMs?: number | null;
  /** A code of Node's for a failed connection, e.g. ECONNREFUSED. */
  transport?: string | null;
  retryable?: boolean;
};

/** A failed call in our words. Its message is the code alone: nothing from the wire can ride along. */
export class VpcApiError extends Error {
  override name = "VpcApiError" as const;
  readonly action: string | null;
  readonly upstreamCode: string | null;
  readonly requestId: string | null;
  readonly httpStatus: number | null;
  readonly retryAfterMs: number | null;
  readonly transport: string | null;
  readonly retryable: boolean;

  constructor(
    readonly code: UpstreamProblemCode,
    details: Details = {},
  ) {
    super(code);
    this.action = details.action ?? null;
    this.upstreamCode = details.upstreamCode ?? null;
    this.requestId = details.requestId ?? null;
    this.httpStatus = details.httpStatus ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.transport = details.transport ?? null;
    this.retryable = details.retryable ?? false;
  }
}

/**
 * By name, since Next bundles this class once per page and route, and what is shared between them
 * (credentials, answers under way) fails with the class of whoever asked first.
 */
export function isVpcApiError(error: unknown): error is VpcApiError {
  return error instanceof Error && error.name === "VpcApiError";
}

/**
 * Codes by pattern, first match wins; the status decides about the rest. Alibaba's documents spell
 * `Forbbiden.SubUser` so, and an unknown AccessKey comes as a 404.
 */
const BY_CODE: [RegExp, UpstreamProblemCode][] = [
  [/Throttling/i, "throttled"],
  [
    /^(InvalidAccessKeyId|MissingAccessKeyId|MissingSecurityToken|InvalidSecurityToken|SignatureDoesNotMatch|IncompleteSignature|InvalidAccessKeySecret)/i,
    "bad_credentials",
  ],
  [/^(InvalidTimeStamp\.Expired|IllegalTimestamp)/i, "clock_skew"],
  [/^(Forb|NoPermission|AccessDenied)/i, "access_denied"],
  [
    /^(InvalidOperation\.NotSupportedEndpoint|InvalidProduct\.NotFound|InvalidApi\.NotFound|InvalidProtocol\.NeedSsl)/i,
    "wrong_endpoint",
  ],
  [/^Invalid\w+\.NotFound$/i, "not_found"],
  [/^(ServiceUnavailable|InternalError)/i, "upstream_failed"],
];

const RETRYABLE_STATUS = new Set([408, 429, 500, 502, 503, 504]);

/**
 * An answer that is not a success: by Alibaba's code where it has one, else by the HTTP status. The
 * raw code serves to tell errors apart; `details` has what may be shown of it.
 */
export function refusal(httpStatus: number, rawCode: string | null, details: Details): VpcApiError {
  const code = codeOf(rawCode, httpStatus);
  const retryable =
    code === "throttled" ||
    code === "upstream_failed" ||
    RETRYABLE_STATUS.has(httpStatus) ||
    // A token that ran out is replaced before the next attempt.
    /^InvalidSecurityToken/i.test(rawCode ?? "");
  return new VpcApiError(code, { ...details, httpStatus, retryable });
}

function codeOf(upstreamCode: string | null, httpStatus: number): UpstreamProblemCode {
  const known = BY_CODE.find(([pattern]) => upstreamCode !== null && pattern.test(upstreamCode));
  if (known !== undefined) return known[1];
  if (httpStatus === 429) return "throttled";
  if (httpStatus === 401) return "bad_credentials";
  if (httpStatus === 403) return "access_denied";
  if (httpStatus >= 500) return "upstream_failed";
  return "upstream_refused";
}
