import "server-only";
import type { NextRequest, NextResponse } from "next/server";
import { AccessError, isAccessError } from "@/lib/server/access/access-error";
import { askingOf } from "@/lib/server/access/asking";
import { type Identity, identify } from "@/lib/server/access/identify";
import { returnPathOf } from "@/lib/server/access/return-path";
import { seeOther } from "@/lib/server/access/see-other";
import { renewed, SESSION_SECONDS } from "@/lib/server/access/session";
import { dropCookie, setCookie } from "@/lib/server/access/cookies";
import { requireHost } from "@/lib/server/access/this-machine";
import { audit } from "@/lib/server/audit";
import { env } from "@/lib/server/env";
import { isForReading, problemReply, problemText } from "@/lib/server/reply";
import { toProblem } from "@/lib/server/problem";
import { requestContext } from "@/lib/server/request-context";
import { requireLimits } from "@/lib/server/request-limits";
import { pageOf } from "@/lib/server/same-site";
import { isApiPath, pages } from "@/lib/vpn/hrefs";

/** Open to strangers. */
const PUBLIC =
  /^\/(sign-in|icon\.svg|_next\/static\/.+|api\/health|api\/auth\/(sign-in|callback|sign-out))$/;

/** Who may go on goes on, with what `pass` answers; who may not is told so. */
export async function throughGate(
  request: NextRequest,
  pass: () => NextResponse,
): Promise<NextResponse> {
  try {
    if (requestContext() === undefined) throw new AccessError("starting", 1_000);
    requireLimits(request);
    const asking = askingOf(request);
    requireHost(asking);
    if (PUBLIC.test(request.nextUrl.pathname)) return pass();
    return await renewing(await identify(asking), pass());
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
  return returnPathOf(isApiPath(pathname) ? pageOf(headers) : pathname + search);
}

/** The sign-in page, for whom it is of use. */
function signInFor({ reason }: AccessError, returnTo: string): NextResponse | null {
  if (reason === "signInRequired") return seeOther(pages.signIn(returnTo));
  // Elsewhere that page only leads back here.
  if (reason !== "noRole" || env().access.by !== "session") return null;
  const response = seeOther(pages.signIn(returnTo, "noRole"));
  dropCookie(response, "session");
  return response;
}
