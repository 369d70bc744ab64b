import { useLocale } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/fields.en.json";
import zhCN from "@/lib/i18n/messages/fields.zh-CN.json";

/** Every field of a connection, its tunnels and its health check has its words under its name. */
export type ConnectionFieldName = keyof typeof en;

/** They are half of all words of a list, so they come with the panels and not with each page. */
const WORDS: Record<Locale, Record<ConnectionFieldName, { label: string; explain: string }>> = {
  en,
  "zh-CN": zhCN,
};

export function useFieldWords() {
  const words = WORDS[useLocale()];
  return (name: ConnectionFieldName) => words[name];
}
