import "server-only";
import type { NextRequest, NextResponse } from "next/server";
import { preferenceCookie, PREFERENCES } from "@/lib/i18n/preferences";
import { cookieOptions, YEAR_SECONDS } from "@/lib/server/auth/cookies";
import { isSameOrigin } from "@/lib/server/auth/same-origin";
import { isPeerConfigPage } from "@/lib/vpn/hrefs";

/**
 * The vendor of a link that was followed on a page of ours is the one that the page opens with next time.
 * Who opens a link that somebody has sent sees its vendor, and keeps their own.
 */
export function rememberVendor({ nextUrl, headers }: NextRequest, response: NextResponse): void {
  if (!isPeerConfigPage(nextUrl.pathname) || !isSameOrigin(headers)) return;
  const asked = nextUrl.searchParams.get("vendor");
  const vendor = PREFERENCES.vendor.find((one) => one === asked);
  if (vendor === undefined) return;
  response.cookies.set(preferenceCookie("vendor"), vendor, cookieOptions(YEAR_SECONDS));
}
