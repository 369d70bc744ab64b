import { useTranslations } from "next-intl";
import { BrowserWords, OF_OVERVIEW } from "@/components/layout/browser-words";
import { InitialQueries } from "@/components/layout/initial-queries";
import { OverviewView } from "@/components/overview/overview-view";
import { type InitialData, initialProblemOf } from "@/lib/vpn/initial-data";
import { UNHEALTHY } from "@/lib/vpn/list-scope";
import { overviewQuery, vpnConnectionsQuery } from "@/lib/vpn/queries";
import type { Overview } from "@/lib/vpn/overview";
import type { VpnConnectionList } from "@/lib/vpn/types";

type Props = { overview: InitialData<Overview>; unhealthy: InitialData<VpnConnectionList> };

export function OverviewPage({ overview, unhealthy }: Props) {
  const t = useTranslations("pages");
  const first = [
    { queryKey: overviewQuery().queryKey, first: overview },
    { queryKey: vpnConnectionsQuery(null, UNHEALTHY).queryKey, first: unhealthy },
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
