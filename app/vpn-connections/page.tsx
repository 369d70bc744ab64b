import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConnectionListPage } from "@/components/vpn-connections/connection-list-page";
import { pageUser } from "@/lib/server/auth/page-user";
import { initialData } from "@/lib/server/http/initial-data";
import { firstRows } from "@/lib/server/http/list-data";
import { listAllVpnConnections } from "@/lib/server/inventory/all-connections";
import { allFacetsSoFar } from "@/lib/server/inventory/facets";
import { ALL_REGIONS_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import { pages } from "@/lib/vpn/hrefs";
import { linkParametersOf, listParametersOf } from "@/lib/vpn/list-parameters";
import { isUntidy, readPageParameters } from "@/lib/vpn/search-params";

export async function generateMetadata() {
  const t = await getTranslations("pages");
  return { title: t("listTitle", { region: t("allRegions") }) };
}

export default async function Page({ searchParams }: PageProps<"/vpn-connections">) {
  const user = await pageUser();
  const given = await searchParams;
  const asked = readPageParameters(given);
  if (isUntidy(given)) redirect(pages.vpnConnections(null, asked));
  const question = listParametersOf(asked);
  const [t, list] = await Promise.all([
    getTranslations("pages"),
    initialData(listAllVpnConnections(question, user, ALL_REGIONS_TIMEOUT_MS)),
  ]);
  const first = await firstRows("allRegions", asked, list);
  return (
    <ConnectionListPage
      scope={{ of: "allRegions" }}
      place={t("allRegions")}
      caption={t("allRegionsCaption")}
      {...{ parameters: linkParametersOf(asked), first, facets: allFacetsSoFar(user) }}
    />
  );
}
