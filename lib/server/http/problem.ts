import "server-only";
import { getTranslations } from "next-intl/server";
import { PREFERENCES } from "@/lib/i18n/preferences";
import { accessProblem, limitProblem } from "@/lib/server/http/access-problem";
import { BusyError, RETRY_AFTER_SECONDS } from "@/lib/server/http/download-slots";
import { isAccessError } from "@/lib/server/auth/access-error";
import { type DatabaseError, isDatabaseError } from "@/lib/server/database/database-error";
import { ParameterError, type ParameterReason } from "@/lib/server/runtime/parameter-error";
import { problem } from "@/lib/server/runtime/problem-object";
import { RequestLimitError } from "@/lib/server/http/request-limits";
import { upstreamProblem } from "@/lib/server/vpc-api/problem";
import type { Problem } from "@/lib/vpn/problem";

/** Any error as a problem in the user's language. What the error says itself is never passed on. */
export async function toProblem(error: unknown): Promise<Problem> {
  if (error instanceof ParameterError) return parameterProblem(error);
  if (error instanceof RequestLimitError) return limitProblem(error);
  if (isAccessError(error)) return accessProblem(error);
  if (error instanceof BusyError) return busyProblem();
  if (isDatabaseError(error)) return historyProblem(error);
  return upstreamProblem(error);
}

async function busyProblem(): Promise<Problem> {
  const t = await getTranslations("problems.busy");
  return { ...problem("busy", t("title"), t("detail")), retryAfter: RETRY_AFTER_SECONDS };
}

/** Seconds: a database that was away may be back by then. */
const HISTORY_RETRY_AFTER = 10;

async function historyProblem({ reason }: DatabaseError): Promise<Problem> {
  const t = await getTranslations("problems.history_unavailable");
  const told = problem("history_unavailable", t("title"), t(reason));
  return { ...told, retryAfter: HISTORY_RETRY_AFTER };
}

/** What is not there, as against what is asked for wrongly. */
const UNKNOWN = [
  "unknownRegion",
  "unknownPath",
  "unknownVpnConnection",
  "unknownToAllRegions",
  "unknownTunnel",
  "unknownVpnGateway",
  "unknownCustomerGateway",
] as const;

function isUnknown(reason: ParameterReason): reason is (typeof UNKNOWN)[number] {
  return UNKNOWN.some((one) => one === reason);
}

async function parameterProblem({ parameter, reason, rule }: ParameterError): Promise<Problem> {
  const t = await getTranslations("problems");
  const shown = parameter.slice(0, 40);
  if (isUnknown(reason)) {
    return {
      ...problem("not_found", t("not_found.title"), t(`not_found.${reason}`)),
      parameter: shown,
    };
  }
  const allowed = reason === "malformed" ? t(`invalid_parameter.allowed.${ruleOf(rule)}`) : "";
  const detail = t(`invalid_parameter.${reason}`, { parameter: shown, allowed });
  return {
    ...problem("invalid_parameter", t("invalid_parameter.title"), detail),
    parameter: shown,
  };
}

const RULES = [
  "regionId",
  "pageNumber",
  "pageSize",
  "tag",
  "status",
  "tunnelMode",
  "ikeVersion",
  "q",
  "sort",
  "columns",
  "format",
  "wait",
  "kind",
  "since",
  "until",
  "range",
  "rule",
  "severity",
  "vendor",
  "file",
  "minutes",
  "overlap",
  "with",
  // Of one address only.
  "textFormat",
  "network",
  "verdict",
] as const;

/** What the user chooses by a form; the parameters that are left are ids. */
const CHOICES: readonly string[] = Object.keys(PREFERENCES);

function ruleOf(name: string) {
  const rule = RULES.find((one) => one === name);
  return rule ?? (CHOICES.includes(name) ? "choice" : "id");
}
