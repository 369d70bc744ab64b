import "server-only";
import { type NextRequest, NextResponse } from "next/server";
import { AccessError, isAccessError } from "@/lib/server/access/access-error";
import type { Asking } from "@/lib/server/access/asking";
import { type Identity, identify } from "@/lib/server/access/identify";
import { returnPathOf } from "@/lib/server/access/return-path";
import { seeOther } from "@/lib/server/access/see-other";
import { renewed, SESSION_SECONDS } from "@/lib/server/access/session";
import { dropCookie, setCookie } from "@/lib/server/access/cookies";
import { requireHost } from "@/lib/server/access/this-machine";
import { audit } from "@/lib/server/audit";
import { env } from "@/lib/server/env";
import { problemReply } from "@/lib/server/reply";
import { toProblem } from "@/lib/server/problem";
import { requestContext } from "@/lib/server/request-context";
import { requireLimits } from "@/lib/server/request-limits";
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

function askingOf({ headers, cookies }: NextRequest): Asking {
  return {
    header: (name) => headers.get(name),
    cookie: (name) => cookies.get(name)?.value,
  };
}

async function renewing({ session }: Identity, response: NextResponse): Promise<NextResponse> {
  const cookie = session && (await renewed(session));
  if (cookie !== null) setCookie(response, "session", cookie, SESSION_SECONDS);
  return response;
}

async function refusal(request: NextRequest, error: unknown): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  if (isAccessError(error))
    audit("refused", { result: error.reason, user: error.user, path: pathname.slice(0, 200) });
  const isPage = !isApiPath(pathname);
  if (isPage && isAccessError(error)) {
    const there = signInFor(error, returnPathOf(pathname + search));
    if (there !== null) {
      // Next insists on a whole address here, and takes its own host out again.
      there.headers.set(
        "Location",
        new URL(there.headers.get("Location") ?? "/", request.url).href,
      );
      return there;
    }
  }
  const problem = await toProblem(error);
  if (!isPage) return problemReply(problem);
  const text = new NextResponse(`${problem.title}\n\n${problem.detail}\n`, {
    status: problem.status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
  // A browser that is told so asks again by itself.
  if (problem.retryAfter !== undefined) text.headers.set("Refresh", String(problem.retryAfter));
  return text;
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
