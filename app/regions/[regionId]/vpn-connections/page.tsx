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
import { facetsSoFar } from "@/lib/server/inventory/facets";
import { listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { quotaWait } from "@/lib/server/inventory/quota-wait";
import { firstRegionName } from "@/lib/server/http/page-data";
import { initialData } from "@/lib/server/http/initial-data";
import { initialProblemOf } from "@/lib/vpn/initial-data";
import { pages } from "@/lib/vpn/hrefs";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { vpnConnectionsQuery } from "@/lib/vpn/queries";
import { isUntidy, readPageParameters } from "@/lib/vpn/search-params";

type Props = PageProps<"/regions/[regionId]/vpn-connections">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { regionId } = await params;
  const t = await getTranslations("pages");
  return { title: t("listTitle", { region: await firstRegionName(regionId) }) };
}

export default async function VpnConnectionsPage({ params, searchParams }: Props) {
  const user = await pageUser();
  const { regionId } = await params;
  const given = await searchParams;
  const asked = readPageParameters(given);
  if (isUntidy(given)) redirect(pages.vpnConnections(regionId, asked));
  const parameters = listParametersOf(asked);
  const [t, regionName, first] = await Promise.all([
    getTranslations("pages"),
    firstRegionName(regionId),
    initialData(listVpnConnections(regionId, parameters, user)),
  ]);
  const { queryKey } = vpnConnectionsQuery(regionId, parameters);
  const scope = { of: "region", regionId } as const;
  return (
    <BrowserWords of={OF_LIST}>
      <ListHeading place={regionName} id={regionId} />
      <FilterForm
        regionId={regionId}
        parameters={parameters}
        facets={facetsSoFar(regionId, user)}
      />
      <FilterChips scope={scope} parameters={parameters} />
      <InitialQueries of={[{ queryKey, first }]}>
        <VpnConnectionsView
          scope={scope}
          parameters={parameters}
          caption={t("listCaption", { region: regionName })}
          firstProblem={initialProblemOf(first)}
          isWaitingForQuota={first.kind === "reading" && quotaWait(regionId) !== null}
        />
      </InitialQueries>
    </BrowserWords>
  );
}
