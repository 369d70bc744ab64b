import { type NextRequest, NextResponse } from "next/server";
import { preferenceCookie, PREFERENCES, type Preference } from "@/lib/i18n/preferences";
import { cookieOptions } from "@/lib/server/access/cookies";
import { currentReader } from "@/lib/server/access/current-reader";
import { requireOurPage } from "@/lib/server/access/our-page";
import { ParameterError } from "@/lib/server/parameter-error";
import { replyToForm } from "@/lib/server/reply";
import { pageOf } from "@/lib/server/same-site";
import { pages } from "@/lib/vpn/hrefs";

const YEAR_SECONDS = 365 * 24 * 3600;
const NAMES: Preference[] = ["locale", "theme", "shortcuts"];

/** A form of ours chooses; the answer leads back to the page it stands on. */
export function POST(request: NextRequest) {
  return replyToForm(request, async () => {
    await currentReader();
    requireOurPage(request);
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
