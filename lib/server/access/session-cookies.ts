import "server-only";
import type { NextResponse } from "next/server";
import { cookieName, cookieOptions } from "@/lib/server/access/cookies";
import type { Purpose } from "@/lib/server/access/sealed";

export function setCookie(
  response: NextResponse,
  purpose: Purpose,
  value: string,
  maxAgeSeconds: number,
): void {
  response.cookies.set(cookieName(purpose), value, cookieOptions(maxAgeSeconds));
}

export function dropCookie(response: NextResponse, purpose: Purpose): void {
  setCookie(response, purpose, "", 0);
}
