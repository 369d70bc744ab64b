import { useTranslations } from "next-intl";
import { useDuration } from "@/components/ui/use-duration";
import type { DrawnInterval } from "@/lib/vpn/merge-intervals";
import { type NoDataReason, READ_FAILURES } from "@/lib/vpn/no-data";

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
  const tReads = useTranslations("events.reason");
  return (reason) => {
    if (reason === "not_read" || reason === "not_seen_yet" || reason === "deleted") {
      return t(reason);
    }
    const known = READ_FAILURES.find((one) => one === reason);
    return known === undefined ? tReads("other", { code: reason }) : tReads(known);
  };
}
