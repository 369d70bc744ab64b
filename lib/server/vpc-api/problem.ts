import "server-only";
import { getTranslations } from "next-intl/server";
import { log } from "@/lib/server/runtime/log";
import { problem } from "@/lib/server/runtime/problem-object";
import { isVpcApiError, VpcApiError } from "@/lib/server/vpc-api/errors";
import type { Problem, UpstreamProblemCode } from "@/lib/vpn/problem";

/** Seconds, where Alibaba does not say: its quota is counted by the minute. */
const RETRY_AFTER: Partial<Record<UpstreamProblemCode, number>> = {
  throttled: 30,
  not_configured: 60,
};

/**
 * A failed call as a problem in the user's language; an error that is none is logged, and is internal. What
 * the error says itself is never passed on.
 */
export async function upstreamProblem(error: unknown): Promise<Problem> {
  if (isVpcApiError(error)) return problemOf(error);
  logUnexpected(error);
  return problemOf(new VpcApiError("internal"));
}

async function problemOf(error: VpcApiError): Promise<Problem> {
  const t = await getTranslations("problems");
  const seconds = secondsToRetry(error);
  const action = error.action ?? "DescribeVpnConnections";
  const detail = {
    invalid_parameter: () => t("upstream_refused.detail"),
    not_found: () => t("not_found.upstream", { upstreamCode: error.upstreamCode ?? "404" }),
    access_denied: () => t(`access_denied.${accessAdvice(error.upstreamCode)}`, { action }),
    throttled: () => t("throttled.detail", { seconds: seconds ?? 0 }),
    unreachable: () => t("unreachable.detail", { reason: error.transport ?? "none" }),
    not_configured: () => t("not_configured.detail"),
    bad_credentials: () => t("bad_credentials.detail"),
    clock_skew: () => t("clock_skew.detail"),
    wrong_endpoint: () => t("wrong_endpoint.detail"),
    timeout: () => t("timeout.detail"),
    upstream_refused: () => t("upstream_refused.detail"),
    upstream_failed: () => t("upstream_failed.detail"),
    bad_answer: () => t("bad_answer.detail"),
    internal: () => t("internal.detail"),
  }[error.code]();
  return {
    ...problem(error.code, t(`${error.code}.title`), detail),
    ...(error.upstreamCode !== null && { upstreamCode: error.upstreamCode }),
    ...(error.requestId !== null && { requestId: error.requestId }),
    ...(seconds !== undefined && { retryAfter: seconds }),
  };
}

/** The three refusals that Alibaba documents have different cures. */
function accessAdvice(upstreamCode: string | null): "detail" | "ram" | "subUser" {
  if (/SubUser$/i.test(upstreamCode ?? "")) return "subUser";
  return /RAM$/i.test(upstreamCode ?? "") ? "ram" : "detail";
}

function secondsToRetry(error: VpcApiError): number | undefined {
  if (error.code === "throttled" && error.retryAfterMs !== null) {
    return Math.max(1, Math.ceil(error.retryAfterMs / 1000));
  }
  return RETRY_AFTER[error.code];
}

/** An error of ours: where it happened, but not its message, which could quote what it choked on. */
function logUnexpected(error: unknown): void {
  const isError = error instanceof Error;
  const stack = isError ? error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) : [];
  log().error({ name: isError ? error.name : typeof error, stack }, "unexpected error");
}
