import "server-only";
import { getLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { ParameterError } from "@/lib/server/parameter-error";
import { reply } from "@/lib/server/reply";

/** The reply of an address that takes no search parameters: the first one that is given is named. */
export function replyWithoutQuery(
  request: { nextUrl: Pick<URL, "searchParams"> },
  read: (locale: Locale) => Promise<object>,
): Promise<Response> {
  return reply(async () => {
    const [parameter] = request.nextUrl.searchParams.keys();
    if (parameter !== undefined) throw new ParameterError(parameter, "unknown");
    return read(await getLocale());
  });
}
