import { useFormatter, useTranslations } from "next-intl";
import { Legend } from "@/components/timeline/legend";
import { useDuration } from "@/components/ui/use-duration";
import { cutRatio } from "@/lib/vpn/availability-digits";
import type { Availability, Range, State } from "@/lib/vpn/history";

type Props = { availability: Availability; range: Range };

/** The share of the time in which the connection was available, and the parts it is made of. */
export function AvailabilitySummary({ availability, range }: Props) {
  const t = useTranslations("history");
  const percentage = usePercentage();
  const duration = useDuration();
  const { ratio, noData } = availability;
  const lasted = (state: State) => (state === "no_data" ? noData : availability[state]);
  return (
    <div className="flex flex-wrap items-end gap-x-10 gap-y-4">
      <p>
        <span className="block text-sm text-ink-soft">
          {t("availability", { range: t(`range.${range}`) })}
        </span>
        <span className="text-3xl/9 font-semibold tracking-tight tabular-nums">
          {ratio === null ? t("notKnown") : percentage(ratio)}
        </span>
      </p>
      <Legend of={(state) => (lasted(state) === 0 ? "–" : duration(lasted(state)))} />
      <p className="basis-full text-sm text-ink-soft">{t("availabilityNote")}</p>
    </div>
  );
}

export function usePercentage(): (ratio: number) => string {
  const format = useFormatter();
  return (ratio) => {
    const { value, digits } = cutRatio(ratio);
    return format.number(value, {
      style: "percent",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  };
}
