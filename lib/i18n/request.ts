import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { negotiateLocale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en.json";
import zhCN from "@/lib/i18n/messages/zh-CN.json";

const MESSAGES = { en, "zh-CN": zhCN };

/** UTC until the browser, which alone knows the reader's zone, takes over. */
export default getRequestConfig(async () => {
  const locale = negotiateLocale((await headers()).get("accept-language"));
  return { locale, messages: MESSAGES[locale], timeZone: "UTC" };
});
