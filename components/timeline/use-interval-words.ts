import { useTranslations } from "next-intl";
import { useDuration } from "@/components/ui/use-duration";
import type { DrawnInterval } from "@/lib/vpn/merge-intervals";
import type { NoDataReason } from "@/lib/vpn/no-data";
import { UPSTREAM_CODES } from "@/lib/vpn/problem";

/** A part of a drawing in words, without its times. */
export function useIntervalWords(): (part: Omit<DrawnInterval, "to">) => string {
  const t = useTranslations("history");
  const duration = useDuration();
  const reasonWords = useReasonWords();
  return ({ state, reason, count, inState }) => {
    const said = { state: t(`state.${state}`), duration: duration(inState) };
    if (count > 1) return t("several", { ...said, count });
    if (reason === null) return t("single", said);
    return t("singleWithReason", { ...said, reason: reasonWords(reason) });
  };
}

/** Why there is no data. */
export function useReasonWords(): (reason: NoDataReason) => string {
  const t = useTranslations("history.reason");
  const problems = useTranslations("problems");
  return (reason) => {
    const code = UPSTREAM_CODES.find((one) => one === reason);
    if (code !== undefined) return problems(`${code}.title`);
    if (reason === "not_read" || reason === "not_seen_yet" || reason === "deleted") {
      return t(reason);
    }
    return t("other");
  };
}
