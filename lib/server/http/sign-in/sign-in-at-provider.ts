import "server-only";
import type { NextRequest } from "next/server";
import { grantOf } from "@/lib/server/auth/grant";
import {
  beginAtProvider,
  endAtProvider,
  pendingSignIn,
  type PendingSignIn,
} from "@/lib/server/auth/oidc";
import { revocations } from "@/lib/server/auth/revocations";
import { safeReturnPath } from "@/lib/server/auth/safe-return-path";
import { inSeconds, seal, unseal } from "@/lib/server/auth/sealed";
import { redirectTo } from "@/lib/server/http/redirect";
import { beginSession, SESSION_SECONDS } from "@/lib/server/auth/session";
import { cookieName, dropCookie, setCookie } from "@/lib/server/auth/cookies";
import { audit } from "@/lib/server/runtime/audit-log";
import { env } from "@/lib/server/runtime/settings";
import { log } from "@/lib/server/runtime/log";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { reply } from "@/lib/server/http/reply";
import { pages } from "@/lib/vpn/hrefs";
import type { SignInReason } from "@/lib/vpn/sign-in-reason";

/** From leaving for the provider to coming back. */
const PENDING_SECONDS = 10 * 60;
/** How long a provider may want its token back at sign-out: as long as a session lasts at most. */
const HINT_SECONDS = 12 * 3600;

export function signInAtProvider(request: NextRequest): Promise<Response> {
  return reply(async () => {
    requireProvider();
    const returnTo = safeReturnPath(request.nextUrl.searchParams.get("returnTo"));
    try {
      const { url, pending } = await beginAtProvider(returnTo);
      const response = redirectTo(url.href);
      const sealed = await seal("sign-in", pending, inSeconds(PENDING_SECONDS));
      setCookie(response, "sign-in", sealed ?? "", PENDING_SECONDS);
      return response;
    } catch (error) {
      logProviderError(error);
      return refused("provider", returnTo);
    }
  });
}

export function comeBackFromProvider(request: NextRequest): Promise<Response> {
  return reply(async () => {
    requireProvider();
    const pending = await pendingOf(request);
    const { searchParams, search } = request.nextUrl;
    if (pending === null || pending.state !== searchParams.get("state")) return refused("expired");
    // A way back leads in once.
    const isFirst = await revocations().revoke("state", pending.state, PENDING_SECONDS * 1000);
    if (!isFirst) return refused("expired");
    const { returnTo } = pending;
    if (searchParams.has("error")) return refused("denied", returnTo);
    try {
      return await signedIn(search, pending);
    } catch (error) {
      logProviderError(error);
      return refused("refused", returnTo);
    }
  });
}

async function signedIn(search: string, pending: PendingSignIn): Promise<Response> {
  const { subject, name, roles, idToken } = await endAtProvider(search, pending);
  const grant = grantOf(roles);
  if (grant === null) return refused("noRole", pending.returnTo, { user: name, subject });
  const cookie = await beginSession({ by: "oidc", subject, name, roles: grant.roles });
  if (cookie === null) return refused("tooManyRoles", pending.returnTo, { user: name, subject });
  const response = redirectTo(pending.returnTo);
  setCookie(response, "session", cookie, SESSION_SECONDS);
  dropCookie(response, "sign-in");
  const hint = idToken && (await seal("provider-sign-out", { idToken }, inSeconds(HINT_SECONDS)));
  // A token that does not fit is done without: the provider then asks who signs out.
  if (hint !== null) setCookie(response, "provider-sign-out", hint, HINT_SECONDS);
  audit("sign-in", { user: name, subject, role: grant.role, by: "oidc", result: "ok" });
  return response;
}

/** Elsewhere there is no such address. */
function requireProvider(): void {
  const { access } = env();
  if (access.by !== "session" || access.oidc === null) {
    throw new ParameterError("path", "unknownPath");
  }
}

async function pendingOf({ cookies }: NextRequest): Promise<PendingSignIn | null> {
  const cookie = cookies.get(cookieName("sign-in"))?.value ?? "";
  return pendingSignIn.safeParse(await unseal("sign-in", cookie)).data ?? null;
}

type Somebody = { user: string; subject: string };

function refused(reason: SignInReason, returnTo = "/", who: Somebody | null = null): Response {
  audit("sign-in-failed", { user: null, ...who, by: "oidc", result: reason });
  const response = redirectTo(pages.signIn(returnTo, reason));
  dropCookie(response, "sign-in");
  return response;
}

/** What kind of error it is: its message can quote what the provider sent. */
function logProviderError(error: unknown): void {
  const cause = error instanceof Error ? error.cause : null;
  const facts = {
    code: wordIn(error, "code"),
    cause: wordIn(cause, "code"),
    claim: wordIn(cause, "claim"),
  };
  log().warn(facts, "the identity provider's answer cannot be used");
}

/** A code or a claim's name: one word, and no text of others. */
function wordIn(error: unknown, name: "code" | "claim"): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const word = new Map<string, unknown>(Object.entries(error)).get(name);
  return typeof word === "string" && /^\w{2,60}$/.test(word) ? word : undefined;
}
