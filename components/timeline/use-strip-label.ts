import { useTranslations } from "next-intl";
import { STATES } from "@/components/timeline/legend";
import { useDuration } from "@/components/ui/use-duration";
import type { Interval } from "@/lib/vpn/history";
import { availabilityOf, type Span } from "@/lib/vpn/timeline";

/** What a strip shows, for those who cannot see it: how long in each state, and how often. */
export function useStripLabel(): (name: string, intervals: Interval[], span: Span) => string {
  const t = useTranslations("history");
  const duration = useDuration();
  return (name, intervals, span) => {
    const lasted = availabilityOf(intervals, span);
    const parts = STATES.flatMap((state) => {
      const ms = state === "no_data" ? lasted.noData : lasted[state];
      const count = intervals.filter((one) => one.state === state).length;
      if (count === 0) return [];
      return [t("stripPart", { state: t(`state.${state}`), duration: duration(ms), count })];
    });
    return t("strip", { name, parts: parts.join(", ") });
  };
}
