/** What is wrong with the request or its sender, before anything is asked of Alibaba. */
type ReaderProblemCode =
  | "invalid_request"
  | "sign_in_required"
  | "sign_in_failed"
  | "wrong_token"
  | "too_many_attempts"
  | "forbidden"
  | "wrong_host"
  | "starting"
  | "busy"
  | "history_unavailable"
  /** There is no such file: the vendor cannot be given what the connection is set to. */
  | "not_supported";

/** What can come of asking Alibaba. */
export const UPSTREAM_CODES = [
  "invalid_parameter",
  "not_found",
  "not_configured",
  "bad_credentials",
  "access_denied",
  "clock_skew",
  "wrong_endpoint",
  "throttled",
  "timeout",
  "unreachable",
  "upstream_refused",
  "upstream_failed",
  "bad_answer",
  "internal",
] as const;

/** Every way in which a request can fail, as the API of Tunnelboard names it. */
export type ProblemCode = ReaderProblemCode | UpstreamProblemCode;
export type UpstreamProblemCode = (typeof UPSTREAM_CODES)[number];

/** A failure as `application/problem+json` (RFC 9457); title and detail are in the user's language. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  /** The request's parameter that was wrong. */
  parameter?: string;
  /** Alibaba's own code and request id, where its API caused the failure. */
  upstreamCode?: string;
  requestId?: string;
  /** Seconds until a retry makes sense. */
  retryAfter?: number;
};
