import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConnectionListPage } from "@/components/vpn-connections/connection-list-page";
import { pageUser } from "@/lib/server/auth/page-user";
import { initialData } from "@/lib/server/http/initial-data";
import { firstRows } from "@/lib/server/http/list-data";
import { firstRegionName } from "@/lib/server/http/page-data";
import { facetsSoFar } from "@/lib/server/inventory/facets";
import { quotaWait } from "@/lib/server/inventory/request-wait";
import { listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { pages } from "@/lib/vpn/hrefs";
import { linkParametersOf, listParametersOf } from "@/lib/vpn/list-parameters";
import { isUntidy, readPageParameters } from "@/lib/vpn/search-params";

type Props = PageProps<"/regions/[regionId]/vpn-connections">;

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("pages");
  return { title: t("listTitle", { region: await firstRegionName((await params).regionId) }) };
}

export default async function VpnConnectionsPage({ params, searchParams }: Props) {
  const user = await pageUser();
  const { regionId } = await params;
  const given = await searchParams;
  const asked = readPageParameters(given);
  if (isUntidy(given)) redirect(pages.vpnConnections(regionId, asked));
  const [t, place, list] = await Promise.all([
    getTranslations("pages"),
    firstRegionName(regionId),
    initialData(listVpnConnections(regionId, listParametersOf(asked), user)),
  ]);
  const scope = { of: "region", regionId } as const;
  const first = await firstRows("region", asked, list);
  const isWaitingForQuota = list.kind === "reading" && quotaWait(regionId) !== null;
  const caption = t("listCaption", { region: place });
  const about = { scope, place, caption, first, isWaitingForQuota };
  const asking = { parameters: linkParametersOf(asked), facets: facetsSoFar(regionId, user) };
  return <ConnectionListPage {...about} {...asking} />;
}
