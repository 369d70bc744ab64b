import "server-only";
import type { Problem, ProblemCode } from "@/lib/vpn/problem";

/** 401 and 403 are kept for the user; whatever is between us and Alibaba is a gateway error. */
const STATUS: Record<ProblemCode, number> = {
  invalid_parameter: 400,
  invalid_request: 400,
  sign_in_required: 401,
  sign_in_failed: 401,
  wrong_token: 401,
  too_many_attempts: 429,
  forbidden: 403,
  wrong_host: 421,
  starting: 503,
  busy: 503,
  history_unavailable: 503,
  not_found: 404,
  not_supported: 404,
  not_configured: 503,
  bad_credentials: 502,
  access_denied: 502,
  clock_skew: 502,
  wrong_endpoint: 502,
  throttled: 503,
  timeout: 504,
  unreachable: 502,
  upstream_refused: 502,
  upstream_failed: 502,
  bad_answer: 502,
  internal: 500,
};

export function problem(code: ProblemCode, title: string, detail: string): Problem {
  return { type: `urn:tunnelboard:problem:${code}`, title, status: STATUS[code], detail, code };
}
