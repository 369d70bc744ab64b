import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ListHeading } from "@/components/vpn-connections/list-heading";
import { VpnConnectionsView } from "@/components/vpn-connections/vpn-connections-view";
import { listVpnConnections } from "@/lib/server/data/vpn-connections";
import { regionNameSoon } from "@/lib/server/data/regions";
import { firstAnswer } from "@/lib/server/first-answer";
import { vpnConnectionsQuery } from "@/lib/vpn/queries";
import { listParametersOf, readPageParameters } from "@/lib/vpn/search-params";

type Props = PageProps<"/regions/[regionId]/vpn-connections">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { regionId } = await params;
  const t = await getTranslations("pages");
  return { title: t("listTitle", { region: await regionNameSoon(regionId, await getLocale()) }) };
}

export default async function VpnConnectionsPage({ params, searchParams }: Props) {
  const { regionId } = await params;
  const parameters = listParametersOf(readPageParameters(await searchParams));
  const locale = await getLocale();
  const [regionName, first] = await Promise.all([
    regionNameSoon(regionId, locale),
    firstAnswer(listVpnConnections(regionId, parameters, locale)),
  ]);
  const queryClient = new QueryClient();
  if (first.kind === "answer") {
    const { queryKey } = vpnConnectionsQuery(regionId, parameters);
    queryClient.setQueryData(queryKey, first.answer, { updatedAt: first.answer.fetchedAt });
  }
  return (
    <>
      <ListHeading regionId={regionId} regionName={regionName} />
      <HydrationBoundary state={dehydrate(queryClient)}>
        <VpnConnectionsView
          regionId={regionId}
          regionName={regionName}
          parameters={parameters}
          firstProblem={first.kind === "problem" ? first.problem : null}
        />
      </HydrationBoundary>
    </>
  );
}
