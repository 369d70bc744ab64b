import { useFormatter, useTranslations } from "next-intl";
import { durationParts } from "@/components/ui/duration";

/** Milliseconds in words: `3 h 12 min`. */
export function useDuration(): (ms: number) => string {
  const t = useTranslations("values");
  const format = useFormatter();
  return (ms) =>
    durationParts(ms)
      .map(({ unit, value }) => t(unit, { value: format.number(value) }))
      .join(" ");
}
