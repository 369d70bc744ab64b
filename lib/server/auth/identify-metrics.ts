import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { AccessError } from "@/lib/server/auth/access-error";
import { grantOf } from "@/lib/server/auth/grant";
import { type Identity, identify } from "@/lib/server/auth/identify";
import type { RequestIdentity } from "@/lib/server/auth/request-identity";
import { requestContext } from "@/lib/server/runtime/request-context";
import { env } from "@/lib/server/runtime/settings";

/**
 * Who asks for metrics: a program with the token, which sees what a viewer sees, or anybody who gets in.
 * Without a token in the settings, that of the request is not ours to judge: a proxy may have put it there.
 * Throws AccessError.
 */
export async function identifyForMetrics(request: RequestIdentity): Promise<Identity> {
  const { TUNNELBOARD_METRICS_TOKEN: expected } = env();
  const given = bearerTokenIn(request.header("authorization"));
  if (given === null || expected === undefined) return identify(request);
  const grant = isSame(given, expected) ? grantOf(["viewer"]) : null;
  if (grant === null) throw new AccessError("wrongToken");
  const context = requestContext();
  if (context !== undefined) {
    context.user = { name: null, role: grant.role, by: "metrics token" };
  }
  return { name: null, grant, session: null };
}

/** Schemes are written in any case (RFC 9110, section 11.1). */
function bearerTokenIn(authorization: string | null): string | null {
  const [, token] = /^Bearer(?= |$)(.*)$/i.exec(authorization ?? "") ?? [];
  return token?.trim() ?? null;
}

/** Of equal length as hashes, so that the time tells neither length nor beginning. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(hashOf(one), hashOf(other));
}

const hashOf = (text: string) => createHash("sha256").update(text).digest();
