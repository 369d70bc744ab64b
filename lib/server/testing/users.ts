import "server-only";
import { grantOf } from "@/lib/server/auth/grant";
import { User } from "@/lib/server/auth/user";
import type { Locale } from "@/lib/i18n/locales";

/** Somebody with these roles. */
export function userWith(roles: string[], locale: Locale = "en"): User {
  const grant = grantOf(roles);
  if (grant === null) throw new Error(`No role of ours among ${roles.join(", ")}`);
  return new User("tester", grant, locale);
}

export const OPERATOR = userWith(["operator"]);
export const CHINESE_OPERATOR = userWith(["operator"], "zh-CN");
