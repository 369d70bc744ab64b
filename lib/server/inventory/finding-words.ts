import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { fieldLabel } from "@/lib/vpn/field-label";
import type { Finding, Reference } from "@/lib/vpn/findings/finding";
import type { RuleReference } from "@/lib/vpn/findings/rule";
import { RULES } from "@/lib/vpn/findings/rules";

/** A finding as its reader gets it. */
export type WordedFinding = Omit<Finding, "values"> & {
  references: readonly Reference[];
  title: string;
  detail: string;
  advice: string;
};

export type FindingWords = (finding: Finding) => WordedFinding;

const referencesByLocale: Record<Locale, Map<string, Reference[]>> = {
  en: referencesIn(({ title, url }) => ({ title, url })),
  "zh-CN": referencesIn(({ title, url, inChinese }) => inChinese ?? { title, url }),
};

function referencesIn(read: (reference: RuleReference) => Reference): Map<string, Reference[]> {
  return new Map(RULES.map(({ id, references }) => [id, references.map(read)]));
}

/** Puts findings into words: in this language, else in that of who sends the request. */
export async function findingWords(locale?: Locale): Promise<FindingWords> {
  const language = locale ?? (await getLocale());
  const t = await getTranslations({ locale: language, namespace: "findings" });
  const labelOf = await fieldLabels(language);
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const referencesOf = referencesByLocale[language];
  return ({ values: raw, ...finding }) => {
    const values = { ...raw };
    if (typeof raw.fields === "string") {
      values.fields = list.format(raw.fields.split(",").map(labelOf));
    }
    return {
      ...finding,
      references: referencesOf.get(finding.rule) ?? [],
      title: t(`rules.${finding.rule}.title`, values),
      detail: t(`rules.${finding.rule}.detail`, values),
      advice: t(`rules.${finding.rule}.advice`, values),
    };
  };
}

/** Fields that a rule names by their paths, as a reader calls them. */
async function fieldLabels(locale: Locale): Promise<(path: string) => string> {
  const [tGroup, tOwn, tFields] = await Promise.all([
    getTranslations({ locale, namespace: "history.field" }),
    getTranslations({ locale, namespace: "events.change" }),
    getTranslations({ locale, namespace: "connections.fields" }),
  ]);
  return (path) =>
    fieldLabel(path, {
      panel: (field) => tFields(`${field}.label`),
      own: (field) => tOwn(field),
      group: (group) => tGroup(group),
      of: (parts) => tGroup("of", parts),
    });
}
