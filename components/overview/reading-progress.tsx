import { clsx } from "clsx";
import { Monitor, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { followInPlace } from "@/components/ui/follow-in-place";
import { Time } from "@/components/ui/time";
import { pages } from "@/lib/vpn/hrefs";
import type { Overview } from "@/lib/vpn/overview";

type Props = { overview: Overview; isRefreshing: boolean; onRefresh: () => void };

/** How far the regions have been read, how old the oldest of it is, and a way to look again. */
export function ReadingProgress({ overview, isRefreshing, onRefresh }: Props) {
  const t = useTranslations("allRegions");
  const tList = useTranslations("connections.list");
  const { regions, fetchedAt } = overview;
  const known = regions.filter(({ totalCount }) => totalCount !== null);
  const loading = regions.filter(({ state }) => state === "loading");
  const old = regions.filter(({ state }) => state === "stale").length;
  const failed = regions.filter(({ state }) => state === "failed").length;
  const waiting = loading.filter(({ problem }) => problem !== undefined).length;
  const numbers = {
    known: known.length,
    total: regions.length,
    connections: known.reduce((sum, { totalCount }) => sum + (totalCount ?? 0), 0),
  };
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 basis-full sm:basis-auto">
        <p className="font-medium">
          {numbers.known === numbers.total ? t("allRead", numbers) : t("progress", numbers)}
          {old > 0 && <span className="text-degraded">{t("old", { count: old })}</span>}
          {failed > 0 && <span className="text-degraded">{t("failed", { count: failed })}</span>}
          {waiting > 0 && <span className="font-normal">{t("waiting", { count: waiting })}</span>}
        </p>
        <progress
          aria-label={t("progressLabel")}
          value={numbers.known}
          max={numbers.total}
          // Its room is kept, so that nothing moves when the last region has come.
          className={clsx(
            "reading mt-1.5 block w-full sm:w-72",
            loading.length === 0 && "invisible",
          )}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        <p className="basis-full sm:mr-2 sm:basis-auto">
          {known.length > 0 &&
            t.rich("oldest", { time: () => <Time value={fetchedAt} show="relative" /> })}
        </p>
        <a
          href={pages.home}
          onClick={followInPlace(onRefresh)}
          className={clsx(buttonClass("quiet"), "print:hidden")}
        >
          <RefreshCw aria-hidden className={clsx("size-4", isRefreshing && "animate-spin")} />
          {tList("refresh")}
        </a>
        <CopyLink href={pages.home} />
        <a href={pages.wall} className={clsx(buttonClass("quiet"), "print:hidden")}>
          <Monitor aria-hidden className="size-4" />
          {t("wallScreen")}
        </a>
      </div>
    </div>
  );
}
