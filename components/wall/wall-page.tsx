import { useTranslations } from "next-intl";
import { BrowserWords, OF_WALL } from "@/components/layout/browser-words";
import { InitialQueries } from "@/components/layout/initial-queries";
import { usePlaceList } from "@/components/layout/limited-scope-note";
import { WallView } from "@/components/wall/wall-view";
import type { ConnectionSummaries } from "@/lib/vpn/connection-summary";
import { type InitialData, initialProblemOf } from "@/lib/vpn/initial-data";
import { newestOf } from "@/lib/vpn/list-scope";
import type { Overview } from "@/lib/vpn/overview";
import { overviewQuery, summariesQuery } from "@/lib/vpn/queries";

type Props = {
  overview: InitialData<Overview>;
  down: InitialData<ConnectionSummaries>;
  degraded: InitialData<ConnectionSummaries>;
  /** What the user is limited to; empty where they see everything. */
  places: string[];
  isDemo: boolean;
  /** The build that has rendered this, and when. */
  build: string;
  now: number;
};

/** Without a script the page reads itself again. */
const REFRESH_SECONDS = 30;

/** All regions on a screen that nobody operates. */
export function WallPage({ overview, down, degraded, places, isDemo, build, now }: Props) {
  const t = useTranslations("app");
  const list = usePlaceList(places);
  const first = [
    { queryKey: overviewQuery().queryKey, first: overview },
    { queryKey: summariesQuery(newestOf("down")).queryKey, first: down },
    { queryKey: summariesQuery(newestOf("degraded")).queryKey, first: degraded },
  ];
  const notes = [
    ...(places.length > 0 ? [t("partShort", { places: list })] : []),
    ...(isDemo ? [t("demo")] : []),
  ];
  return (
    <BrowserWords of={OF_WALL}>
      <noscript>
        <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />
      </noscript>
      <InitialQueries of={first}>
        <WallView
          build={build}
          renderedAt={now}
          firstProblem={initialProblemOf(overview)}
          notes={notes}
        />
      </InitialQueries>
    </BrowserWords>
  );
}
