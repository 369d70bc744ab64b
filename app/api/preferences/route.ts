import { type NextRequest, NextResponse } from "next/server";
import { preferenceCookie, PREFERENCES, type Preference } from "@/lib/i18n/preferences";
import { cookieOptions, YEAR_SECONDS } from "@/lib/server/auth/cookies";
import { currentUser } from "@/lib/server/auth/current-user";
import { requireSameOrigin } from "@/lib/server/auth/require-same-origin";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { replyToForm } from "@/lib/server/http/reply";
import { pageOf } from "@/lib/server/auth/same-origin";
import { pages } from "@/lib/vpn/hrefs";

const NAMES: Preference[] = ["locale", "theme", "shortcuts", "density", "vendor"];

/** A form of ours chooses; the answer leads back to the page it stands on. */
export function POST(request: NextRequest) {
  return replyToForm(request, async () => {
    await currentUser();
    requireSameOrigin(request);
    const form = new URLSearchParams(await request.text());
    const response = new NextResponse(null, {
      status: 303,
      headers: { Location: pageOf(request.headers) ?? pages.home, "Cache-Control": "no-store" },
    });
    for (const name of NAMES) {
      const value = form.get(name);
      if (value === null) continue;
      const chosen = PREFERENCES[name].find((one) => one === value);
      if (chosen === undefined) throw new ParameterError(name, "malformed");
      response.cookies.set(preferenceCookie(name), chosen, cookieOptions(YEAR_SECONDS));
    }
    return response;
  });
}
