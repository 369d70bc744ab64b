import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SubnetsPage } from "@/components/subnets/subnets-page";
import { pageUser } from "@/lib/server/auth/page-user";
import { initialData } from "@/lib/server/http/initial-data";
import { listSubnets } from "@/lib/server/inventory/subnets";
import { ALL_REGIONS_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import { pages } from "@/lib/vpn/hrefs";
import { isUntidy } from "@/lib/vpn/search-params";
import { notAnAddress, readSubnetsPage } from "@/lib/vpn/search-params-subnets";

export async function generateMetadata() {
  const t = await getTranslations("subnets");
  return { title: t("title") };
}

export default async function Page({ searchParams }: PageProps<"/subnets">) {
  const user = await pageUser();
  const given = await searchParams;
  const parameters = readSubnetsPage(given);
  const mistaken = notAnAddress(given);
  if (isUntidy(given) && mistaken === null) redirect(pages.subnets(parameters));
  const first = await initialData(listSubnets(parameters, user, ALL_REGIONS_TIMEOUT_MS));
  return <SubnetsPage {...{ parameters, mistaken, first }} />;
}
