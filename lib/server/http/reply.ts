import "server-only";
import { NextResponse } from "next/server";
import { connectionClosed } from "@/lib/server/http/connection-closed";
import { beginWork, noteOutcome, requestContext } from "@/lib/server/runtime/request-context";
import { guardedJson } from "@/lib/server/runtime/secret-guard";
import { toProblem } from "@/lib/server/http/problem";
import { api } from "@/lib/vpn/hrefs";
import type { Problem } from "@/lib/vpn/problem";

/**
 * A route's answer as JSON (or as the response it has made itself), or its failure as a problem
 * reply. Data is for nobody's cache.
 */
export async function reply(
  read: () => Promise<object>,
  asProblem: (problem: Problem) => Response = problemReply,
): Promise<Response> {
  if (!beginWork()) return connectionClosed();
  try {
    const answer = await read();
    if (answer instanceof Response) return answer;
    return new Response(guardedJson(answer), {
      headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
    });
  } catch (error) {
    const problem = await toProblem(error);
    noteOutcome(problem.code);
    return asProblem(problem);
  }
}

/** The same for a form, whose answer somebody looks at if it is not sent by a program. */
export function replyToForm(
  { headers }: Pick<Request, "headers">,
  work: () => Promise<object>,
): Promise<Response> {
  return reply(work, isForReading(headers) ? problemText : problemReply);
}

/** Whether a browser opens the answer as a page, for somebody who reads it; programs want JSON. */
export function isForReading(headers: Headers): boolean {
  return (headers.get("accept") ?? "").includes("text/html");
}

export function problemReply(problem: Problem): NextResponse {
  const headers = new Headers({
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
  });
  if (problem.retryAfter !== undefined) headers.set("Retry-After", String(problem.retryAfter));
  const challenge = challengeOf(problem);
  if (challenge !== null) headers.set("WWW-Authenticate", challenge);
  return new NextResponse(guardedJson(problem), { status: problem.status, headers });
}

/** How a program can show who it is (RFC 6750, section 3), where one may. */
function challengeOf({ status, code }: Problem): string | null {
  if (status !== 401 || requestContext()?.path !== api.metrics) return null;
  const error = code === "wrong_token" ? ', error="invalid_token"' : "";
  return `Bearer realm="metrics"${error}`;
}

/** The same in words, for who looks at it in a browser. */
export function problemText({ title, detail, status, retryAfter }: Problem): NextResponse {
  const headers = new Headers({
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
  });
  // A browser that is told so asks again by itself.
  if (retryAfter !== undefined) headers.set("Refresh", String(retryAfter));
  return new NextResponse(`${title}\n\n${detail}\n`, { status, headers });
}
