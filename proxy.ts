import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/server/csp";
import { rememberedCookie } from "@/lib/server/remembered-cookie";
import { REGION_COOKIE, regionOfPath } from "@/lib/server/remembered-region";
import { isFromOurPage } from "@/lib/server/same-site";

/** Gives each page its nonce, and remembers the region that was chosen. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  // Next reads the nonce for its own scripts from the request's header.
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);

  const regionId = isFollowed(request) ? regionOfPath(request.nextUrl.pathname) : null;
  if (regionId !== null && request.cookies.get(REGION_COOKIE)?.value !== regionId) {
    response.cookies.set(REGION_COOKIE, regionId, rememberedCookie(request.nextUrl));
  }
  return response;
}

/** A link of ours leads to regions that there are; an address typed or pasted may not, and is no choice. */
function isFollowed({ headers }: NextRequest): boolean {
  return !headers.has("next-router-prefetch") && isFromOurPage(headers);
}

/** Pages only: a proxy before the API would cost each poll, and static files need no nonce. */
export const config = { matcher: ["/((?!api/|_next/|icon.svg).*)"] };
