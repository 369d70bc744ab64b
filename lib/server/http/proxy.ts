import "server-only";
import type { NextRequest, NextResponse } from "next/server";
import { AccessError, isAccessError } from "@/lib/server/auth/access-error";
import { requestIdentityOf } from "@/lib/server/auth/request-identity";
import { type Identity, identify } from "@/lib/server/auth/identify";
import { identifyForMetrics } from "@/lib/server/auth/identify-metrics";
import { safeReturnPath } from "@/lib/server/auth/safe-return-path";
import { redirectTo } from "@/lib/server/http/redirect";
import { renewed, SESSION_SECONDS } from "@/lib/server/auth/session";
import { dropCookie, setCookie } from "@/lib/server/auth/cookies";
import { requireLoopbackHost } from "@/lib/server/auth/loopback-host-check";
import { audit } from "@/lib/server/runtime/audit-log";
import { env } from "@/lib/server/runtime/settings";
import { isForReading, problemReply, problemText } from "@/lib/server/http/reply";
import { connectionClosed } from "@/lib/server/http/connection-closed";
import { toProblem } from "@/lib/server/http/problem";
import { isPublicPath } from "@/lib/server/http/public-paths";
import { requestContext } from "@/lib/server/runtime/request-context";
import { requireLimits } from "@/lib/server/http/request-limits";
import { pageOf } from "@/lib/server/auth/same-origin";
import { api, isApiPath, pages } from "@/lib/vpn/hrefs";

/** Forwards a request that is allowed, and answers the others with the reason. */
export async function handleProxiedRequest(
  request: NextRequest,
  forward: () => NextResponse,
): Promise<NextResponse> {
  try {
    const context = requestContext();
    if (context === undefined) throw new AccessError("starting", 1_000);
    if (context.closed.aborted) return connectionClosed();
    requireLimits(request);
    const identity = requestIdentityOf(request);
    requireLoopbackHost(identity);
    const { pathname } = request.nextUrl;
    if (isPublicPath(pathname)) return forward();
    const who = await (pathname === api.metrics ? identifyForMetrics : identify)(identity);
    return await renewing(who, forward());
  } catch (error) {
    return refusal(request, error);
  }
}

async function renewing({ session }: Identity, response: NextResponse): Promise<NextResponse> {
  const cookie = session && (await renewed(session));
  if (cookie !== null) setCookie(response, "session", cookie, SESSION_SECONDS);
  return response;
}

async function refusal(request: NextRequest, error: unknown): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (isAccessError(error) && error.reason !== "starting") {
    audit("refused", { result: error.reason, user: error.user, path: pathname.slice(0, 200) });
    const there = canBeLed(request) ? signInFor(error, returnPathFrom(request)) : null;
    if (there !== null) {
      // Next insists on a whole address here, and takes its own host out again.
      const location = new URL(there.headers.get("Location") ?? "/", request.url);
      there.headers.set("Location", location.href);
      return there;
    }
  }
  const problem = await toProblem(error);
  return isApiPath(pathname) ? problemReply(problem) : problemText(problem);
}

/**
 * Whether the answer may be another page: for a page, or what a form leads to. Not what the router asks for
 * a page: it would show the sign-in page inside the frame of who has been here before, and opens the
 * page anew where it gets no answer of its own kind.
 */
function canBeLed({ method, nextUrl, headers }: NextRequest): boolean {
  if (!isApiPath(nextUrl.pathname)) return requestContext()?.isRouters !== true;
  return method === "POST" && isForReading(headers);
}

function returnPathFrom({ nextUrl, headers }: NextRequest): string {
  const { pathname, search } = nextUrl;
  return safeReturnPath(isApiPath(pathname) ? pageOf(headers) : pathname + search);
}

/** The sign-in page, for whom it is of use. */
function signInFor({ reason }: AccessError, returnTo: string): NextResponse | null {
  if (reason === "signInRequired") return redirectTo(pages.signIn(returnTo));
  // Elsewhere that page only leads back here.
  if (reason !== "noRole" || env().access.by !== "session") return null;
  const response = redirectTo(pages.signIn(returnTo, "noRole"));
  dropCookie(response, "session");
  return response;
}
