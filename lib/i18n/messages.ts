import type { Locale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en.json";
import enFields from "@/lib/i18n/messages/fields.en.json";
import zhCNFields from "@/lib/i18n/messages/fields.zh-CN.json";
import zhCN from "@/lib/i18n/messages/zh-CN.json";

// The words of fields have files of their own, since a browser loads them with the first panel that it opens.
const english = { ...en, connections: { ...en.connections, fields: enFields } };
const chinese = { ...zhCN, connections: { ...zhCN.connections, fields: zhCNFields } };

export type Messages = typeof english;

/** All words that a user reads. For the server: a browser is sent those of its page. */
export const MESSAGES: Record<Locale, Messages> = { en: english, "zh-CN": chinese };
