import { useTranslations } from "next-intl";
import { durationParts } from "@/lib/vpn/duration";

/** In words, such as `3 h 12 min`. */
export function useDuration(): (ms: number) => string {
  const t = useTranslations("duration");
  return (ms) =>
    durationParts(ms)
      .map(({ unit, value }) => t(unit, { value }))
      .join(" ");
}
