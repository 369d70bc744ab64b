import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrowserWords, OF_OVERVIEW } from "@/components/layout/browser-words";
import { InitialQueries } from "@/components/layout/initial-queries";
import { OverviewView } from "@/components/overview/overview-view";
import { Notice } from "@/components/ui/notice";
import { pageUser } from "@/lib/server/auth/page-user";
import { listAllVpnConnections } from "@/lib/server/inventory/all-connections";
import { readOverview } from "@/lib/server/inventory/overview";
import { initialData } from "@/lib/server/http/initial-data";
import { ALL_REGIONS_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import { answerOf, initialProblemOf } from "@/lib/vpn/initial-data";
import { UNHEALTHY } from "@/lib/vpn/list-scope";
import { overviewQuery, vpnConnectionsQuery } from "@/lib/vpn/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pages");
  return { title: t("overview") };
}

export default async function OverviewPage() {
  const user = await pageUser();
  const [t, overview, trouble] = await Promise.all([
    getTranslations("pages"),
    initialData(readOverview(user, ALL_REGIONS_TIMEOUT_MS)),
    initialData(listAllVpnConnections(UNHEALTHY, user, ALL_REGIONS_TIMEOUT_MS)),
  ]);
  if (answerOf(overview)?.regions.length === 0) {
    return (
      <Notice
        level={1}
        icon={SearchX}
        title={t("noRegions.title")}
        detail={t(user.places.length > 0 ? "noRegions.limited" : "noRegions.detail")}
      />
    );
  }
  const first = [
    { queryKey: overviewQuery().queryKey, first: overview },
    { queryKey: vpnConnectionsQuery(null, UNHEALTHY).queryKey, first: trouble },
  ];
  return (
    <BrowserWords of={OF_OVERVIEW}>
      <h1 className="mb-1 text-2xl font-semibold tracking-tight">{t("overview")}</h1>
      <InitialQueries of={first}>
        <OverviewView firstProblem={initialProblemOf(overview)} />
      </InitialQueries>
    </BrowserWords>
  );
}
