import "server-only";
import type { NextResponse } from "next/server";
import type { Purpose } from "@/lib/server/auth/sealed";
import { env } from "@/lib/server/runtime/settings";

/** On https the name itself keeps other hosts and plain http from setting it (RFC 6265bis). */
export function cookieName(purpose: Purpose): string {
  return `${isSecure() ? "__Host-" : ""}tunnelboard-${purpose}`;
}

/** How long a choice is remembered. */
export const YEAR_SECONDS = 365 * 24 * 3600;

/** Sent to this site only, and read by no script. */
export function cookieOptions(maxAgeSeconds: number) {
  return {
    httpOnly: true,
    secure: isSecure(),
    sameSite: "lax",
    path: "/",
    maxAge: maxAgeSeconds,
  } as const;
}

/** Whether users come by https. */
export function isSecure(): boolean {
  const { APP_URL } = env();
  return APP_URL?.startsWith("https:") ?? false;
}

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
