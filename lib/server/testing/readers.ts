import "server-only";
import { grantOf } from "@/lib/server/access/grant";
import { Reader } from "@/lib/server/access/reader";
import type { Locale } from "@/lib/i18n/locales";

/** Somebody with these roles. */
export function readerWith(roles: string[], locale: Locale = "en"): Reader {
  const grant = grantOf(roles);
  if (grant === null) throw new Error(`No role of ours among ${roles.join(", ")}`);
  return new Reader("tester", grant, locale);
}

export const READER = readerWith(["operator"]);
export const CHINESE_READER = readerWith(["operator"], "zh-CN");
