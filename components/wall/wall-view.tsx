"use client";

import { useTranslations } from "next-intl";
import { useWall } from "@/components/wall/use-wall";
import { WallAlarm } from "@/components/wall/wall-alarm";
import { WallCounts } from "@/components/wall/wall-counts";
import { WallHeadline } from "@/components/wall/wall-headline";
import { WallRows } from "@/components/wall/wall-rows";
import { wallTime } from "@/components/wall/wall-time";
import { useDuration } from "@/components/ui/use-duration";
import { pages } from "@/lib/vpn/hrefs";
import type { ConnectionSummary } from "@/lib/vpn/connection-summary";
import type { Problem } from "@/lib/vpn/problem";
import type { Counts } from "@/lib/vpn/types";
import { roomFor } from "@/lib/vpn/wall";

type Props = {
  build: string;
  renderedAt: number;
  firstProblem: Problem | null;
  /** What has to be known of all that is shown: that it is a part, or simulated. */
  notes: string[];
};

/** What is down and for how long, to be read from across the room; nobody is there to operate it. */
export function WallView({ notes, ...asked }: Props) {
  const t = useTranslations("wall");
  const duration = useDuration();
  const { now, isHydrated, overview, connections, alarm } = useWall(asked);
  const timeOf = (value: number) => wallTime({ value, now, isHydrated });
  const durationOf = (value: number) => duration(Math.max(0, now - value));
  const times = { timeOf, durationOf };
  const counts = overview?.counts;
  const troubled = counts === undefined ? 0 : counts.down + counts.degraded;
  const room = roomFor(alarm);
  const shown = connections.slice(0, room.high);
  const regionNames = new Map(overview?.regions.map((one) => [one.regionId, one.localName]));
  return (
    <div data-wall className="flex min-h-dvh flex-col gap-3 p-4">
      <h1 className="sr-only">{t("title")}</h1>
      {alarm !== null && (
        <WallAlarm alarm={alarm} total={overview?.regions.length ?? 0} {...times} />
      )}
      {counts !== undefined && <WallCounts counts={counts} />}
      {troubled > 0 ? (
        <WallRows connections={shown} wide={room.wide} regionNames={regionNames} {...times} />
      ) : (
        <WallHeadline overview={overview} alarm={alarm} />
      )}
      <footer className="mt-auto flex flex-wrap items-baseline gap-x-6 text-lg text-ink-soft">
        {counts !== undefined && <More counts={counts} shown={shown} wide={room.wide} />}
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p className="ml-auto tabular-nums">
          {overview !== null &&
            t("read", {
              time: timeOf(overview.fetchedAt),
              duration: durationOf(overview.fetchedAt),
            })}
        </p>
        <a href={pages.home} className="hover:underline">
          {t("leave")}
        </a>
      </footer>
    </div>
  );
}

type MoreProps = { counts: Counts; shown: ConnectionSummary[]; wide: number };

/** How many there are besides those that fit, on a wide screen and on a high one. */
function More({ counts, shown, wide }: MoreProps) {
  const t = useTranslations("wall");
  const [onWide, onHigh] = [restOf(counts, shown.slice(0, wide)), restOf(counts, shown)];
  const className = "text-2xl font-semibold text-ink tabular-nums";
  return (
    <>
      {onWide.count > 0 && <p className={`${className} portrait:hidden`}>{t("more", onWide)}</p>}
      {onHigh.count > 0 && <p className={`${className} landscape:hidden`}>{t("more", onHigh)}</p>}
    </>
  );
}

/** Counts and rows are of different polls: a row may be newer than its count. */
function restOf(counts: Counts, shown: ConnectionSummary[]) {
  const rest = (of: "down" | "degraded") =>
    Math.max(0, counts[of] - shown.filter(({ verdict }) => verdict === of).length);
  const [down, degraded] = [rest("down"), rest("degraded")];
  const of = down > 0 && degraded > 0 ? "both" : down > 0 ? "down" : "degraded";
  return { count: down + degraded, of, down, degraded };
}
