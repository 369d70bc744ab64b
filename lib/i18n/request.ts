import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { negotiateLocale } from "@/lib/i18n/locales";
import { MESSAGES } from "@/lib/i18n/messages";
import { chosenOf, preferenceCookie, PREFERENCES } from "@/lib/i18n/preferences";

/** The language that was chosen, else the browser's. UTC until the browser, which knows the user's zone, takes over. */
export default getRequestConfig(async () => {
  const chosen = chosenOf(
    PREFERENCES.locale,
    (await cookies()).get(preferenceCookie("locale"))?.value,
  );
  const locale =
    chosen === "auto" ? negotiateLocale((await headers()).get("accept-language")) : chosen;
  return { locale, messages: MESSAGES[locale], timeZone: "UTC" };
});
