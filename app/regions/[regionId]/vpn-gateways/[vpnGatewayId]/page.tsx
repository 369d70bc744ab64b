import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { GatewayPage } from "@/components/gateway-page/gateway-page";
import { NotHere } from "@/components/states/not-here";
import { GatewayFacts } from "@/components/vpn-gateways/gateway-facts";
import { GatewayWarnings } from "@/components/vpn-gateways/gateway-warnings";
import { listCustomerGateways } from "@/lib/server/data/customer-gateways";
import { regionNameSoon } from "@/lib/server/data/regions";
import { listVpnConnections } from "@/lib/server/data/vpn-connections";
import { getVpnGateway } from "@/lib/server/data/vpn-gateways";
import { firstAnswer } from "@/lib/server/first-answer";
import { answerOf, isMissing, nameProblemOf } from "@/lib/vpn/first-answer";
import { namesOf } from "@/lib/vpn/gateway-names";
import { listParametersOf, RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { overviewOf, questionOf } from "@/lib/vpn/list-scope";
import { readPageParameters } from "@/lib/vpn/search-params";
import { subjectTitle } from "@/lib/vpn/title";

type Props = PageProps<"/regions/[regionId]/vpn-gateways/[vpnGatewayId]">;

/** Once for title and page. */
const read = cache(async (regionId: string, vpnGatewayId: string) => {
  const locale = await getLocale();
  return Promise.all([
    regionNameSoon(regionId, locale),
    firstAnswer(getVpnGateway(regionId, vpnGatewayId, locale)),
  ]);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { regionId, vpnGatewayId } = await params;
  const [regionName, gateway] = await read(regionId, vpnGatewayId);
  return { title: subjectTitle(answerOf(gateway)?.name, vpnGatewayId, regionName) };
}

export default async function VpnGatewayPage({ params, searchParams }: Props) {
  const { regionId, vpnGatewayId } = await params;
  const given = listParametersOf(readPageParameters(await searchParams));
  const parameters = { ...given, vpnGatewayId: null };
  const scope = { of: "vpnGateway", regionId, vpnGatewayId } as const;
  const locale = await getLocale();
  const [[regionName, first], customerGateways, page, all] = await Promise.all([
    read(regionId, vpnGatewayId),
    firstAnswer(listCustomerGateways(regionId, locale)),
    firstAnswer(listVpnConnections(regionId, questionOf(scope, parameters), locale)),
    firstAnswer(listVpnConnections(regionId, overviewOf(scope), locale)),
  ]);
  if (!RESOURCE_ID.test(vpnGatewayId) || isMissing(first, all)) {
    return <NotHere of="vpnGateway" id={vpnGatewayId} regionName={regionName} />;
  }
  const gateway = answerOf(first);
  return (
    <GatewayPage
      scope={scope}
      id={vpnGatewayId}
      name={gateway?.name ?? null}
      regionName={regionName}
      parameters={parameters}
      page={page}
      all={all}
      names={namesOf(gateway === null ? [] : [gateway], answerOf(customerGateways) ?? [])}
      vpcId={gateway?.vpcId}
      nameProblems={[nameProblemOf(first), nameProblemOf(customerGateways)]}
      warnings={gateway && <GatewayWarnings gateway={gateway} now={gateway.fetchedAt} />}
      facts={gateway && <GatewayFacts gateway={gateway} />}
    />
  );
}
