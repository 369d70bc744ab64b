import type { Metadata } from "next";
import { GatewayPage } from "@/components/gateway-page/gateway-page";
import { CustomerGatewayFacts } from "@/components/customer-gateways/customer-gateway-facts";
import { NotHere } from "@/components/states/not-here";
import {
  firstConnections,
  firstCustomerGateway,
  firstRegionName,
  firstVpnGateways,
} from "@/lib/server/http/page-data";
import { answerOf, isMissing } from "@/lib/vpn/initial-data";
import { namesOf } from "@/lib/vpn/gateway-names";
import { listParametersOf, RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { pathText } from "@/lib/vpn/path-text";
import { readPageParameters } from "@/lib/vpn/search-params";
import { subjectTitle } from "@/lib/vpn/title";

type Props = PageProps<"/regions/[regionId]/customer-gateways/[customerGatewayId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { regionId, ...path } = await params;
  const customerGatewayId = pathText(path.customerGatewayId);
  const gateway = answerOf(await firstCustomerGateway(regionId, customerGatewayId));
  return { title: subjectTitle(gateway?.name, customerGatewayId, await firstRegionName(regionId)) };
}

export default async function CustomerGatewayPage({ params, searchParams }: Props) {
  const { regionId, ...path } = await params;
  const customerGatewayId = pathText(path.customerGatewayId);
  const asked = listParametersOf(readPageParameters(await searchParams));
  const parameters = { ...asked, customerGatewayId: null };
  const scope = { of: "customerGateway", regionId, customerGatewayId } as const;
  const [regionName, first, vpnGateways, connections] = await Promise.all([
    firstRegionName(regionId),
    firstCustomerGateway(regionId, customerGatewayId),
    firstVpnGateways(regionId),
    firstConnections(scope, parameters),
  ]);
  if (!RESOURCE_ID.test(customerGatewayId) || isMissing(first, connections.all)) {
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
      connections={connections}
      names={namesOf(answerOf(vpnGateways) ?? [], gateway === null ? [] : [gateway])}
      namesFrom={[first, vpnGateways]}
      stale={gateway?.stale}
      facts={gateway && <CustomerGatewayFacts gateway={gateway} />}
    />
  );
}
