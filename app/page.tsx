import { getTranslations } from "next-intl/server";
import { NoRegions } from "@/components/overview/no-regions";
import { OverviewPage } from "@/components/overview/overview-page";
import { WallPage } from "@/components/wall/wall-page";
import { pageUser } from "@/lib/server/auth/page-user";
import { listEvents } from "@/lib/server/history/event-list";
import { firstFindings } from "@/lib/server/http/finding-data";
import { secondaryData } from "@/lib/server/http/initial-data";
import { firstOverview, firstSummaries } from "@/lib/server/http/overview-data";
import { firstOfWall } from "@/lib/server/http/wall-data";
import { LATEST_EVENTS } from "@/lib/vpn/event-parameters";
import { answerOf } from "@/lib/vpn/initial-data";
import { UNHEALTHY } from "@/lib/vpn/list-scope";
import { readDisplay } from "@/lib/vpn/search-params-display";

export async function generateMetadata() {
  const t = await getTranslations("pages");
  return { title: t("overview") };
}

export default async function Page({ searchParams }: PageProps<"/">) {
  const user = await pageUser();
  if (readDisplay(await searchParams) === "wall") return <WallPage {...await firstOfWall(user)} />;
  const [overview, unhealthy, latest] = await Promise.all([
    firstOverview(user),
    firstSummaries(user, UNHEALTHY),
    secondaryData(listEvents(LATEST_EVENTS, user)),
  ]);
  const findings = await firstFindings({ pageSize: 1 });
  if (answerOf(overview)?.regions.length === 0) {
    return <NoRegions isLimited={user.places.length > 0} />;
  }
  return <OverviewPage {...{ overview, unhealthy, latest, findings }} />;
}
