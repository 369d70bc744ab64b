import "server-only";
import type { NextRequest, NextResponse } from "next/server";
import pLimit from "p-limit";
import { AccessError, isAccessError } from "@/lib/server/auth/access-error";
import { grantOf } from "@/lib/server/auth/grant";
import { proofOf } from "@/lib/server/auth/identify";
import { trustedDeviceOf, trustDevice } from "@/lib/server/auth/trusted-device";
import { requireSameOrigin } from "@/lib/server/auth/require-same-origin";
import { isPassword } from "@/lib/server/auth/password";
import { safeReturnPath } from "@/lib/server/auth/safe-return-path";
import { redirectTo } from "@/lib/server/http/redirect";
import { beginSession, SESSION_SECONDS } from "@/lib/server/auth/session";
import { setCookie } from "@/lib/server/auth/cookies";
import { signInAttempts } from "@/lib/server/auth/sign-in-attempts";
import { forgetUserName, rememberUserName } from "@/lib/server/auth/last-user-name";
import { type User, USER_NAME, usersOf } from "@/lib/server/auth/users-file";
import { audit } from "@/lib/server/runtime/audit-log";
import { env } from "@/lib/server/runtime/settings";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { isForReading, replyToForm } from "@/lib/server/http/reply";
import { requestContext } from "@/lib/server/runtime/request-context";
import { pages } from "@/lib/vpn/hrefs";

/**
 * Hashing is slow on purpose and takes memory: so many at a time, and so many in line. Who has signed in
 * here before does not queue with those who guess.
 */
const ofStrangers = pLimit(2);
const ofKnownBrowsers = pLimit(1);
const MAX_WAITING = 20;
const MAX_PASSWORD = 500;

/** Answers a browser with a page to go to, and anything else with a problem reply. */
export function signInWithPassword(request: NextRequest): Promise<Response> {
  return replyToForm(request, async () => {
    const usersFile = usersFileNow();
    requireSameOrigin(request);
    const form = new URLSearchParams(await request.text());
    const returnTo = safeReturnPath(form.get("returnTo"));
    const name = (form.get("user") ?? "").trim();
    try {
      const browser = await trustedDeviceOf(request, name);
      const given = { name, password: form.get("password") ?? "", browser };
      const user = await authenticated(usersFile, given);
      const response = redirectTo(returnTo);
      setCookie(response, "session", await sessionOf(user), SESSION_SECONDS);
      await trustDevice(response, user.name);
      forgetUserName(response);
      const role = grantOf(user.roles)?.role ?? null;
      audit("sign-in", { user: user.name, role, by: "local", result: "ok" });
      return response;
    } catch (error) {
      if (!isAccessError(error)) throw error;
      // A name that is none may be a password in the wrong field.
      const user = usersOf(usersFile).has(name) ? name : null;
      audit("sign-in-failed", { user, by: "local", result: error.reason });
      if (!isForReading(request.headers)) throw error;
      const response = backToForm(error, returnTo);
      await rememberUserName(response, name);
      return response;
    }
  });
}

function usersFileNow(): string {
  const { access } = env();
  if (access.by !== "session" || access.usersFile === null) {
    throw new ParameterError("path", "unknownPath");
  }
  return access.usersFile;
}

type Given = { name: string; password: string; browser: string | null };

async function authenticated(usersFile: string, given: Given): Promise<User> {
  const { name, password, browser } = given;
  // Not yet a try: nobody has looked at the password.
  const hashing = browser === null ? ofStrangers : ofKnownBrowsers;
  if (hashing.pendingCount >= MAX_WAITING) throw new AccessError("tooManyAttempts", 5_000);
  const takeTry = signInAttempts();
  const tried = await takeTry(name.slice(0, 100), requestContext()?.address ?? "", browser);
  const user = USER_NAME.test(name) ? usersOf(usersFile).get(name) : undefined;
  const hash = user?.passwordHash ?? null;
  // As slow for a user that there is not.
  const isRight = await hashing(() => isPassword(password.slice(0, MAX_PASSWORD), hash));
  if (!isRight || user === undefined || password.length > MAX_PASSWORD) {
    throw new AccessError("wrongPassword");
  }
  await tried.succeeded();
  return user;
}

async function sessionOf({ name, passwordHash }: User): Promise<string> {
  const proof = proofOf(passwordHash ?? "");
  const cookie = await beginSession({ by: "local", subject: name, name, roles: [], proof });
  if (cookie === null) throw new Error("A local user's session does not fit into a cookie.");
  return cookie;
}

function backToForm({ reason, retryAfterMs }: AccessError, returnTo: string): NextResponse {
  const isWait = reason === "tooManyAttempts";
  const seconds = Math.ceil((retryAfterMs ?? 0) / 1000);
  const response = redirectTo(pages.signIn(returnTo, isWait ? "wait" : "password", seconds));
  if (isWait) response.headers.set("Retry-After", String(seconds));
  return response;
}
