import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FindingsPage } from "@/components/findings/findings-page";
import { regionNamesOf } from "@/components/findings/region-names";
import { pageUser } from "@/lib/server/auth/page-user";
import { initialData } from "@/lib/server/http/initial-data";
import { listFindings } from "@/lib/server/inventory/findings";
import { regionsSoon } from "@/lib/server/inventory/regions";
import { whileOthersRender } from "@/lib/server/http/render-slots";
import { ALL_REGIONS_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import { pages } from "@/lib/vpn/hrefs";
import { isUntidy } from "@/lib/vpn/search-params";
import { readFindingsPage } from "@/lib/vpn/search-params-findings";

export async function generateMetadata() {
  const t = await getTranslations("findings");
  return { title: t("title") };
}

export default async function Page({ searchParams }: PageProps<"/findings">) {
  const user = await pageUser();
  const given = await searchParams;
  const parameters = readFindingsPage(given);
  if (isUntidy(given)) redirect(pages.findings(parameters));
  const { by, ...question } = parameters;
  const [first, regions] = await Promise.all([
    initialData(listFindings(question, user, ALL_REGIONS_TIMEOUT_MS, by)),
    whileOthersRender(regionsSoon(user)),
  ]);
  const regionNames = regionNamesOf(regions);
  return <FindingsPage parameters={parameters} first={first} regionNames={regionNames} />;
}
