import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ComparePage } from "@/components/compare/compare-page";
import { NotHere } from "@/components/states/not-here";
import { pageUser } from "@/lib/server/auth/page-user";
import { initialData } from "@/lib/server/http/initial-data";
import { firstRegionName, firstVpnConnection } from "@/lib/server/http/page-data";
import { compareVpnConnection } from "@/lib/server/inventory/comparison";
import { pages } from "@/lib/vpn/hrefs";
import { answerOf, isMissing } from "@/lib/vpn/initial-data";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { pathText } from "@/lib/vpn/path-text";
import { isUntidy } from "@/lib/vpn/search-params";
import { readComparePage } from "@/lib/vpn/search-params-compare";

type Props = PageProps<"/regions/[regionId]/vpn-connections/[vpnConnectionId]/compare">;

export async function generateMetadata({ params }: Props) {
  const id = pathText((await params).vpnConnectionId);
  const t = await getTranslations("compare");
  return { title: t("pageTitle", { id }) };
}

export default async function Page({ params, searchParams }: Props) {
  const { regionId, ...path } = await params;
  const id = pathText(path.vpnConnectionId);
  const given = await searchParams;
  const compared = readComparePage(given);
  if (isUntidy(given)) redirect(pages.compare(regionId, id, compared));
  const [regionName, own] = await Promise.all([
    firstRegionName(regionId),
    firstVpnConnection(regionId, id),
  ]);
  if (!RESOURCE_ID.test(id) || isMissing(own))
    return <NotHere {...{ id, regionName }} of="vpnConnection" />;
  const first = await initialData(compareVpnConnection(regionId, id, compared, await pageUser()));
  const name = answerOf(own)?.name ?? null;
  return <ComparePage {...{ regionId, regionName, id, name, compared, first }} />;
}
