import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BrowserWords, OF_LIST } from "@/components/layout/browser-words";
import { FirstAnswers } from "@/components/layout/first-answers";
import { FilterChips } from "@/components/vpn-connections/filter-chips";
import { FilterForm } from "@/components/vpn-connections/filter-form";
import { ListHeading } from "@/components/vpn-connections/list-heading";
import { VpnConnectionsView } from "@/components/vpn-connections/vpn-connections-view";
import { pageReader } from "@/lib/server/access/page-reader";
import { fleetFacetsSoFar } from "@/lib/server/data/facets";
import { listFleetConnections } from "@/lib/server/data/fleet-connections";
import { FLEET_PATIENCE_MS, firstAnswer } from "@/lib/server/first-answer";
import { problemOfFirst } from "@/lib/vpn/first-answer";
import { pages } from "@/lib/vpn/hrefs";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { vpnConnectionsQuery } from "@/lib/vpn/queries";
import { isUntidy, readPageParameters } from "@/lib/vpn/search-params";

type Props = PageProps<"/vpn-connections">;

const FLEET = { of: "fleet" } as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pages");
  return { title: t("listTitle", { region: t("allRegions") }) };
}

export default async function FleetConnectionsPage({ searchParams }: Props) {
  const reader = await pageReader();
  const given = await searchParams;
  const asked = readPageParameters(given);
  if (isUntidy(given)) redirect(pages.vpnConnections(null, asked));
  const parameters = listParametersOf(asked);
  const [t, first] = await Promise.all([
    getTranslations("pages"),
    firstAnswer(listFleetConnections(parameters, reader, FLEET_PATIENCE_MS)),
  ]);
  const { queryKey } = vpnConnectionsQuery(null, parameters);
  return (
    <BrowserWords of={OF_LIST}>
      <ListHeading place={t("allRegions")} />
      <FilterForm regionId={null} parameters={parameters} facets={fleetFacetsSoFar(reader)} />
      <FilterChips scope={FLEET} parameters={parameters} />
      <FirstAnswers of={[{ queryKey, first }]}>
        <VpnConnectionsView
          scope={FLEET}
          parameters={parameters}
          caption={t("fleetCaption")}
          firstProblem={problemOfFirst(first)}
        />
      </FirstAnswers>
    </BrowserWords>
  );
}
