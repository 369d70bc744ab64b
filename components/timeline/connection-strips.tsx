import { useTranslations } from "next-intl";
import { ChangeMarks } from "@/components/timeline/change-marks";
import { Strip } from "@/components/timeline/strip";
import { StripRow } from "@/components/timeline/strip-row";
import { AxisZone, TimeAxis } from "@/components/timeline/time-axis";
import { useStripLabel } from "@/components/timeline/use-strip-label";
import type { History } from "@/lib/vpn/history";
import { withReasons } from "@/lib/vpn/no-data";

/** The connection, its tunnels and the changes of its configuration over the same time. */
export function ConnectionStrips({ history }: { history: History }) {
  const t = useTranslations("history");
  const stripLabel = useStripLabel();
  const { from, to, gaps, events } = history;
  const changes = events.filter(({ kind }) => kind === "config_changed");
  return (
    <div>
      {partsOf(history).map(({ tunnel, intervals }) => {
        const name = tunnel === null ? t("connection") : t("tunnel", { number: tunnel });
        return (
          <StripRow key={tunnel} name={name}>
            <Strip
              intervals={withReasons(intervals, gaps, history, to)}
              span={history}
              label={stripLabel(name, intervals, history)}
            />
          </StripRow>
        );
      })}
      {changes.length > 0 && (
        <StripRow name={t("changes")}>
          <ChangeMarks changes={changes} span={history} />
        </StripRow>
      )}
      <StripRow
        name={
          <span className="text-xs text-ink-soft max-sm:sr-only">
            <AxisZone localWords={t("localTime")} />
          </span>
        }
      >
        <TimeAxis from={from} to={to} />
      </StripRow>
    </div>
  );
}

/** The whole, and its tunnels where there are several: a single tunnel says nothing more. */
export function partsOf({ connection, tunnels }: History) {
  const whole = { tunnel: null, intervals: connection };
  return tunnels.length > 1 ? [whole, ...tunnels] : [whole];
}
