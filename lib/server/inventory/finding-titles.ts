import "server-only";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { RULE_IDS, type RuleId } from "@/lib/vpn/findings/finding";
import { RULES } from "@/lib/vpn/findings/rules";

const known = new Map<Locale, ReadonlyMap<RuleId, string>>();

/** By the title of a rule and by what it stands on, in any language: folded, a line each. */
export async function ruleTexts(locale: Locale): Promise<ReadonlyMap<RuleId, string>> {
  const titles = await ruleTitles(locale);
  return new Map(
    RULES.map(({ id, references }) => {
      const ofReferences = references.flatMap(({ title, inChinese }) => [title, inChinese?.title]);
      return [id, [titles.get(id), ...ofReferences].join("\n").toLowerCase()];
    }),
  );
}

/** What each rule is called in a language. */
export async function ruleTitles(locale: Locale): Promise<ReadonlyMap<RuleId, string>> {
  const before = known.get(locale);
  if (before !== undefined) return before;
  const t = await getTranslations({ locale, namespace: "findings" });
  const titles = new Map(RULE_IDS.map((rule) => [rule, t(`rules.${rule}.title`)]));
  known.set(locale, titles);
  return titles;
}
