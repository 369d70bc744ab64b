import { getTranslations } from "next-intl/server";
import { NoRegions } from "@/components/overview/no-regions";
import { OverviewPage } from "@/components/overview/overview-page";
import { pageUser } from "@/lib/server/auth/page-user";
import { listEvents } from "@/lib/server/history/event-list";
import { firstFindings } from "@/lib/server/http/finding-data";
import { initialData, secondaryData } from "@/lib/server/http/initial-data";
import { listAllVpnConnections } from "@/lib/server/inventory/all-connections";
import { readOverview } from "@/lib/server/inventory/overview";
import { ALL_REGIONS_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import { LATEST_EVENTS } from "@/lib/vpn/event-parameters";
import { answerOf } from "@/lib/vpn/initial-data";
import { UNHEALTHY } from "@/lib/vpn/list-scope";

export async function generateMetadata() {
  const t = await getTranslations("pages");
  return { title: t("overview") };
}

export default async function Page() {
  const user = await pageUser();
  const [overview, unhealthy, latest] = await Promise.all([
    initialData(readOverview(user, ALL_REGIONS_TIMEOUT_MS)),
    initialData(listAllVpnConnections(UNHEALTHY, user, ALL_REGIONS_TIMEOUT_MS)),
    secondaryData(listEvents(LATEST_EVENTS, user)),
  ]);
  const findings = await firstFindings({ pageSize: 1 });
  if (answerOf(overview)?.regions.length === 0) {
    return <NoRegions isLimited={user.places.length > 0} />;
  }
  return <OverviewPage {...{ overview, unhealthy, latest, findings }} />;
}
