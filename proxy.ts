import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/server/http/content-security-policy";
import { handleProxiedRequest } from "@/lib/server/http/proxy";
import { rememberColumns } from "@/lib/server/http/remember-columns";
import { rememberVendor } from "@/lib/server/http/remember-vendor";
import { isPublicFileRequest, PUBLIC_FILE_CACHING } from "@/lib/server/http/public-paths";
import { isApiPath } from "@/lib/vpn/hrefs";

/** Lets in who may, and gives each page its nonce. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  return handleProxiedRequest(request, () => passOn(request));
}

function passOn(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (isApiPath(pathname)) return NextResponse.next();
  if (isPublicFileRequest(pathname)) {
    return NextResponse.next({ headers: { "Cache-Control": PUBLIC_FILE_CACHING } });
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  // Next reads the nonce for its own scripts from the request's header.
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  rememberVendor(request, response);
  rememberColumns(request, response);
  return response;
}
