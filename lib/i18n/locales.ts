export const LOCALES = ["en", "zh-CN"] as const;

export type Locale = (typeof LOCALES)[number];

/** The first language of an Accept-Language header (RFC 9110, 12.5.4) that we speak; else English. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const ranges = (acceptLanguage ?? "")
    .slice(0, 500)
    .toLowerCase()
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
      return {
        language: tag.split("-")[0],
        weight: weight === undefined ? 1 : Number(weight) || 0,
      };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  const spoken = ranges.find(({ language }) => language === "en" || language === "zh");
  return spoken?.language === "zh" ? "zh-CN" : "en";
}
