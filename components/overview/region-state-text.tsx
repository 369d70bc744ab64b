import { CloudOff, History, LoaderCircle, Lock, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { RegionRetry } from "@/components/overview/region-retry";
import { ProblemReferences } from "@/components/states/problem-references";
import { Time } from "@/components/ui/time";
import type { OverviewRegion } from "@/lib/vpn/overview";

type Props = { region: OverviewRegion; onRetried: () => void };

/** How far the region has been read; of one that is ready there is nothing to say. */
export function RegionStateText(props: Props) {
  return props.region.state === "ready" ? null : <NotReady {...props} />;
}

function NotReady({ region, onRetried }: Props) {
  const t = useTranslations("allRegions.state");
  const { state, problem, fetchedAt, regionId } = region;
  if (state === "loading") {
    return (
      <State icon={LoaderCircle} isBusy>
        {problem === undefined ? t("loading") : problem.title}
      </State>
    );
  }
  const isClosed = problem?.code === "access_denied" || problem?.code === "not_found";
  const icon = state === "stale" ? History : isClosed ? Lock : CloudOff;
  return (
    <div className="text-sm">
      <State icon={icon} isBad={!isClosed}>
        {state === "stale" &&
          fetchedAt !== null &&
          t.rich("stale", { time: () => <Time value={fetchedAt} show="relative" /> })}
        {problem?.code === "not_found" ? t("absent") : problem?.title}
        {problem === undefined && t("late")}
      </State>
      {problem !== undefined && (
        <details className="mt-1">
          <summary className="cursor-pointer text-ink-soft underline underline-offset-3">
            {t("more")}
          </summary>
          <p className="my-1">{problem.detail}</p>
          <ProblemReferences problem={problem} />
        </details>
      )}
      {problem !== undefined && <RegionRetry regionId={regionId} onRetried={onRetried} />}
    </div>
  );
}

type StateProps = {
  icon: LucideIcon;
  isBusy?: boolean;
  isBad?: boolean;
  children: React.ReactNode;
};

function State({ icon: Icon, isBusy = false, isBad = false, children }: StateProps) {
  return (
    <p className={`flex items-start gap-1.5 text-sm ${isBad ? "text-degraded" : "text-ink-soft"}`}>
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${isBusy ? "motion-safe:animate-spin" : ""}`}
      />
      <span>{children}</span>
    </p>
  );
}
