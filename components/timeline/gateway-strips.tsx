import { useTranslations } from "next-intl";
import { usePercentage } from "@/components/timeline/availability-summary";
import { Strip } from "@/components/timeline/strip";
import { AxisZone, TimeAxis } from "@/components/timeline/time-axis";
import { useDuration } from "@/components/ui/use-duration";
import { useStripLabel } from "@/components/timeline/use-strip-label";
import type { Availability, GatewayHistory } from "@/lib/vpn/history";
import { pages } from "@/lib/vpn/hrefs";
import { withReasons } from "@/lib/vpn/no-data";
import { worstTimelines } from "@/lib/vpn/worst-timelines";

type Props = { regionId: string; history: GatewayHistory };

/** In a narrow window the strip stands beneath its words. */
const ROW =
  "grid items-center gap-x-4 gap-y-0.5 max-sm:grid-cols-[minmax(0,1fr)_auto] sm:grid-cols-[10rem_minmax(0,1fr)_11rem] lg:grid-cols-[17rem_minmax(0,1fr)_12rem]";
const DRAWN = "min-w-0 max-sm:order-last max-sm:col-span-2";

/** One strip for each connection, the worst first. */
export function GatewayStrips({ regionId, history }: Props) {
  const t = useTranslations("history");
  const pageWords = useTranslations("pages");
  const stripLabel = useStripLabel();
  return (
    <div>
      <ul aria-label={t("strips")} className="space-y-1.5">
        {worstTimelines(history.timelines, history).map(({ lasted, ...timeline }) => {
          const { vpnConnectionId, name, intervals } = timeline;
          const shown = name || pageWords("unnamed");
          return (
            <li key={vpnConnectionId} className={ROW}>
              <a
                href={pages.history(regionId, vpnConnectionId)}
                title={`${shown}\n${vpnConnectionId}`}
                className="link line-clamp-2 w-fit max-w-full text-sm/5 wrap-anywhere"
              >
                <bdi>{shown}</bdi>
              </a>
              <div className={DRAWN}>
                <Strip
                  intervals={withReasons(intervals, history.gaps, timeline, history.to)}
                  span={history}
                  label={stripLabel(shown, intervals, history)}
                />
              </div>
              <p className="text-sm/5 tabular-nums max-sm:text-right">
                <Summary lasted={lasted} />
              </p>
            </li>
          );
        })}
      </ul>
      <div className={ROW}>
        <span className="text-xs text-ink-soft max-sm:sr-only">
          <AxisZone localWords={t("localTime")} />
        </span>
        <div className={DRAWN}>
          <TimeAxis from={history.from} to={history.to} />
        </div>
      </div>
    </div>
  );
}

/** What a strip says at a glance, in words. */
function Summary({ lasted }: { lasted: Availability }) {
  const t = useTranslations("history");
  const duration = useDuration();
  const percentage = usePercentage();
  if (lasted.ratio === null) return <span className="text-ink-soft">{t("notKnown")}</span>;
  const worst = lasted.down > 0 ? "down" : lasted.degraded > 0 ? "degraded" : null;
  return (
    <>
      <span className="font-medium">{percentage(lasted.ratio)}</span>
      {worst !== null && (
        <span className="text-ink-soft block">
          {t("single", { state: t(`state.${worst}`), duration: duration(lasted[worst]) })}
        </span>
      )}
    </>
  );
}
