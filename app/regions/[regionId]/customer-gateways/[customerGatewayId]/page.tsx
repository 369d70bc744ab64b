import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { GatewayPage } from "@/components/gateway-page/gateway-page";
import { CustomerGatewayFacts } from "@/components/customer-gateways/customer-gateway-facts";
import { NotHere } from "@/components/states/not-here";
import { getCustomerGateway } from "@/lib/server/data/customer-gateways";
import { regionNameSoon } from "@/lib/server/data/regions";
import { listVpnConnections } from "@/lib/server/data/vpn-connections";
import { listVpnGateways } from "@/lib/server/data/vpn-gateways";
import { firstAnswer } from "@/lib/server/first-answer";
import { answerOf, isMissing, nameProblemOf } from "@/lib/vpn/first-answer";
import { namesOf } from "@/lib/vpn/gateway-names";
import { listParametersOf, RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { overviewOf, questionOf } from "@/lib/vpn/list-scope";
import { readPageParameters } from "@/lib/vpn/search-params";
import { subjectTitle } from "@/lib/vpn/title";

type Props = PageProps<"/regions/[regionId]/customer-gateways/[customerGatewayId]">;

/** Once for title and page. */
const read = cache(async (regionId: string, customerGatewayId: string) => {
  const locale = await getLocale();
  return Promise.all([
    regionNameSoon(regionId, locale),
    firstAnswer(getCustomerGateway(regionId, customerGatewayId, locale)),
  ]);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { regionId, customerGatewayId } = await params;
  const [regionName, gateway] = await read(regionId, customerGatewayId);
  return { title: subjectTitle(answerOf(gateway)?.name, customerGatewayId, regionName) };
}

export default async function CustomerGatewayPage({ params, searchParams }: Props) {
  const { regionId, customerGatewayId } = await params;
  const given = listParametersOf(readPageParameters(await searchParams));
  const parameters = { ...given, customerGatewayId: null };
  const scope = { of: "customerGateway", regionId, customerGatewayId } as const;
  const locale = await getLocale();
  const [[regionName, first], vpnGateways, page, all] = await Promise.all([
    read(regionId, customerGatewayId),
    firstAnswer(listVpnGateways(regionId, locale)),
    firstAnswer(listVpnConnections(regionId, questionOf(scope, parameters), locale)),
    firstAnswer(listVpnConnections(regionId, overviewOf(scope), locale)),
  ]);
  if (!RESOURCE_ID.test(customerGatewayId) || isMissing(first, all)) {
    return <NotHere of="customerGateway" id={customerGatewayId} regionName={regionName} />;
  }
  const gateway = answerOf(first);
  return (
    <GatewayPage
      scope={scope}
      id={customerGatewayId}
      name={gateway?.name ?? null}
      regionName={regionName}
      parameters={parameters}
      page={page}
      all={all}
      names={namesOf(answerOf(vpnGateways) ?? [], gateway === null ? [] : [gateway])}
      nameProblems={[nameProblemOf(first), nameProblemOf(vpnGateways)]}
      facts={gateway && <CustomerGatewayFacts gateway={gateway} />}
    />
  );
}
