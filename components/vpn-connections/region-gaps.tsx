import { MapPinOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { RegionLink } from "@/components/layout/region-link";
import { Fragment } from "react";
import type { RegionState } from "@/lib/vpn/types";

type Props = {
  regions: RegionState[];
  /** The page's own address, to look again without a script. */
  href: string;
};

/** An outage is the same in many regions: each reason is said once. */
function byReason(gaps: RegionState[], reasonOf: (gap: RegionState) => string) {
  const reasons = new Map<string, string[]>();
  for (const gap of gaps) {
    const reason = reasonOf(gap);
    reasons.set(reason, [...(reasons.get(reason) ?? []), gap.regionId]);
  }
  return [...reasons];
}

/** Which regions a list over all of them is without, or has old data of, and why. */
export function RegionGaps({ regions, href }: Props) {
  const t = useTranslations("connections.gaps");
  const gaps = regions.filter(({ state }) => state !== "ready");
  if (gaps.length === 0) return null;
  const isMissing = gaps.some(({ state }) => state !== "stale");
  const reasonOf = ({ state, problem }: RegionState) =>
    problem?.title ?? (state === "loading" ? t("loading") : t("late"));
  const isLoading = gaps.some(({ state }) => state === "loading");
  return (
    <aside
      aria-label={t("label")}
      className="mb-4 flex gap-3 rounded-lg border border-degraded/40 bg-degraded-wash px-4 py-3"
    >
      <MapPinOff aria-hidden className="mt-0.5 size-5 shrink-0 text-degraded" />
      <div className="min-w-0">
        <p className="font-semibold text-degraded">
          {isMissing
            ? t("missing", { count: gaps.length, total: regions.length })
            : t("old", { count: gaps.length, total: regions.length })}
        </p>
        <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {byReason(gaps, reasonOf).map(([reason, regionIds]) => (
            <li key={reason}>
              {regionIds.map((regionId, index) => (
                <Fragment key={regionId}>
                  {index > 0 && ", "}
                  <RegionLink regionId={regionId} />
                </Fragment>
              ))}{" "}
              <span className="text-ink-soft">{reason}</span>
            </li>
          ))}
        </ul>
        {isLoading && (
          <p className="mt-2 text-sm">
            {t("live")}{" "}
            <a href={href} className="link">
              {t("again")}
            </a>
          </p>
        )}
      </div>
    </aside>
  );
}
