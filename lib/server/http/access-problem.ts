import "server-only";
import { getTranslations } from "next-intl/server";
import type { AccessError } from "@/lib/server/auth/access-error";
import { problem } from "@/lib/server/runtime/problem-object";
import type { LimitReason, RequestLimitError } from "@/lib/server/http/request-limits";
import type { Problem } from "@/lib/vpn/problem";

/** Why the user may not, in their language. */
export async function accessProblem({ reason, retryAfterMs }: AccessError): Promise<Problem> {
  const t = await getTranslations("problems");
  const seconds = Math.max(1, Math.ceil((retryAfterMs ?? 0) / 1000));
  switch (reason) {
    case "signInRequired":
      return problem("sign_in_required", t("sign_in_required.title"), t("sign_in_required.detail"));
    case "wrongPassword":
      return problem("sign_in_failed", t("sign_in_failed.title"), t("sign_in_failed.detail"));
    case "tooManyAttempts": {
      const detail = t("too_many_attempts.detail", { seconds });
      const told = problem("too_many_attempts", t("too_many_attempts.title"), detail);
      return { ...told, retryAfter: seconds };
    }
    case "wrongToken":
      return problem("wrong_token", t("wrong_token.title"), t("wrong_token.detail"));
    case "wrongHost":
      return problem("wrong_host", t("wrong_host.title"), t("wrong_host.detail"));
    case "starting":
      return {
        ...problem("starting", t("starting.title"), t("starting.detail")),
        retryAfter: seconds,
      };
    case "noRole":
    case "notLoopback":
    case "forwarded":
    case "untrustedProxy":
    case "noUser":
    case "foreignOrigin":
    case "limited":
    default:
      return problem("forbidden", t("forbidden.title"), t(`forbidden.${reason}`));
  }
}

/** RFC 9110, section 15.5. */
const STATUS: Record<LimitReason, number> = {
  method: 405,
  addressTooLong: 414,
  unexpectedBody: 400,
  bodyLength: 411,
  bodyTooLarge: 413,
  bodyType: 415,
};

export async function limitProblem({ reason }: RequestLimitError): Promise<Problem> {
  const t = await getTranslations("problems");
  const told = problem(
    "invalid_request",
    t("invalid_request.title"),
    t(`invalid_request.${reason}`),
  );
  return { ...told, status: STATUS[reason] };
}
