import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BrowserWords, OF_LIST } from "@/components/layout/browser-words";
import { InitialQueries } from "@/components/layout/initial-queries";
import { FilterChips } from "@/components/vpn-connections/filter-chips";
import { FilterForm } from "@/components/vpn-connections/filter-form";
import { ListHeading } from "@/components/vpn-connections/list-heading";
import { VpnConnectionsView } from "@/components/vpn-connections/vpn-connections-view";
import { pageUser } from "@/lib/server/auth/page-user";
import { allFacetsSoFar } from "@/lib/server/inventory/facets";
import { listAllVpnConnections } from "@/lib/server/inventory/all-connections";
import { initialData } from "@/lib/server/http/initial-data";
import { ALL_REGIONS_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import { initialProblemOf } from "@/lib/vpn/initial-data";
import { pages } from "@/lib/vpn/hrefs";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { vpnConnectionsQuery } from "@/lib/vpn/queries";
import { isUntidy, readPageParameters } from "@/lib/vpn/search-params";

type Props = PageProps<"/vpn-connections">;

const ALL_REGIONS = { of: "allRegions" } as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pages");
  return { title: t("listTitle", { region: t("allRegions") }) };
}

export default async function AllVpnConnectionsPage({ searchParams }: Props) {
  const user = await pageUser();
  const given = await searchParams;
  const asked = readPageParameters(given);
  if (isUntidy(given)) redirect(pages.vpnConnections(null, asked));
  const parameters = listParametersOf(asked);
  const [t, first] = await Promise.all([
    getTranslations("pages"),
    initialData(listAllVpnConnections(parameters, user, ALL_REGIONS_TIMEOUT_MS)),
  ]);
  const { queryKey } = vpnConnectionsQuery(null, parameters);
  return (
    <BrowserWords of={OF_LIST}>
      <ListHeading place={t("allRegions")} />
      <FilterForm regionId={null} parameters={parameters} facets={allFacetsSoFar(user)} />
      <FilterChips scope={ALL_REGIONS} parameters={parameters} />
      <InitialQueries of={[{ queryKey, first }]}>
        <VpnConnectionsView
          scope={ALL_REGIONS}
          parameters={parameters}
          caption={t("allRegionsCaption")}
          firstProblem={initialProblemOf(first)}
        />
      </InitialQueries>
    </BrowserWords>
  );
}
