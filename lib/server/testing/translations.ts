import "server-only";
import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import { MESSAGES } from "@/lib/i18n/messages";

/* Stands in for `next-intl/server`, which works within Next only; the messages are the real ones. */

export const user: { locale: Locale } = { locale: "en" };

export async function getLocale() {
  return user.locale;
}

type Namespace = "problems" | "findings" | "history.field" | "events.change" | "connections.fields";
type Asked<Name> = Name | { locale: Locale; namespace: Name };

export async function getTranslations<Name extends Namespace>(asked: Asked<Name>) {
  const { locale, namespace } =
    typeof asked === "string" ? { locale: user.locale, namespace: asked } : asked;
  return createTranslator({
    locale,
    messages: MESSAGES[locale],
    namespace,
    // A missing message or value would otherwise be shown as its key.
    onError: (error) => {
      throw error;
    },
  });
}
