import "server-only";
import { getTranslations } from "next-intl/server";
import { PREFERENCES } from "@/lib/i18n/preferences";
import { accessProblem, limitProblem } from "@/lib/server/access/access-problem";
import { isAccessError } from "@/lib/server/access/access-error";
import { log } from "@/lib/server/log";
import { ParameterError, type ParameterReason } from "@/lib/server/parameter-error";
import { problem } from "@/lib/server/problem-of";
import { RequestLimitError } from "@/lib/server/request-limits";
import { VpcApiError, isVpcApiError } from "@/lib/server/vpc-api/errors";
import type { Problem, UpstreamProblemCode } from "@/lib/vpn/problem";

/** Seconds, where Alibaba does not say: its quota is counted by the minute. */
const RETRY_AFTER: Partial<Record<UpstreamProblemCode, number>> = {
  throttled: 30,
  not_configured: 60,
};

/** Any error as a problem in the reader's language. What the error says itself is never passed on. */
export async function toProblem(error: unknown): Promise<Problem> {
  if (error instanceof ParameterError) return parameterProblem(error);
  if (error instanceof RequestLimitError) return limitProblem(error);
  if (isAccessError(error)) return accessProblem(error);
  if (isVpcApiError(error)) return upstreamProblem(error);
  logUnexpected(error);
  return upstreamProblem(new VpcApiError("internal"));
}

/** What is not there, as against what is asked for wrongly. */
const UNKNOWN = [
  "unknownRegion",
  "unknownPath",
  "unknownVpnConnection",
  "unknownVpnGateway",
  "unknownCustomerGateway",
] as const;

function isUnknown(reason: ParameterReason): reason is (typeof UNKNOWN)[number] {
  return UNKNOWN.some((one) => one === reason);
}

async function parameterProblem({ parameter, reason }: ParameterError): Promise<Problem> {
  const t = await getTranslations("problems");
  const shown = parameter.slice(0, 40);
  if (isUnknown(reason)) {
    return {
      ...problem("not_found", t("not_found.title"), t(`not_found.${reason}`)),
      parameter: shown,
    };
  }
  const allowed = reason === "malformed" ? t(`invalid_parameter.allowed.${ruleOf(parameter)}`) : "";
  const detail = t(`invalid_parameter.${reason}`, { parameter: shown, allowed });
  return {
    ...problem("invalid_parameter", t("invalid_parameter.title"), detail),
    parameter: shown,
  };
}

const RULES = [
  "pageNumber",
  "pageSize",
  "tag",
  "status",
  "tunnelMode",
  "ikeVersion",
  "q",
  "sort",
  "format",
] as const;

/** What the reader chooses by a form; the rest of the parameters are ids. */
const CHOICES: readonly string[] = Object.keys(PREFERENCES);

function ruleOf(parameter: string) {
  if (CHOICES.includes(parameter)) return "choice";
  return RULES.find((rule) => rule === parameter) ?? "id";
}

async function upstreamProblem(error: VpcApiError): Promise<Problem> {
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
