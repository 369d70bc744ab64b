import type { Metadata } from "next";
import { GatewayPage } from "@/components/gateway-page/gateway-page";
import { NotHere } from "@/components/states/not-here";
import { GatewayFacts } from "@/components/vpn-gateways/gateway-facts";
import { GatewayWarnings } from "@/components/vpn-gateways/gateway-warnings";
import {
  firstConnections,
  firstCustomerGateways,
  firstRegionName,
  firstVpnGateway,
} from "@/lib/server/http/page-data";
import { answerOf, isMissing } from "@/lib/vpn/initial-data";
import { namesOf } from "@/lib/vpn/gateway-names";
import { listParametersOf, RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { pathText } from "@/lib/vpn/path-text";
import { readPageParameters } from "@/lib/vpn/search-params";
import { subjectTitle } from "@/lib/vpn/title";

type Props = PageProps<"/regions/[regionId]/vpn-gateways/[vpnGatewayId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { regionId, ...path } = await params;
  const vpnGatewayId = pathText(path.vpnGatewayId);
  const gateway = answerOf(await firstVpnGateway(regionId, vpnGatewayId));
  return { title: subjectTitle(gateway?.name, vpnGatewayId, await firstRegionName(regionId)) };
}

export default async function VpnGatewayPage({ params, searchParams }: Props) {
  const { regionId, ...path } = await params;
  const vpnGatewayId = pathText(path.vpnGatewayId);
  const asked = listParametersOf(readPageParameters(await searchParams));
  const parameters = { ...asked, vpnGatewayId: null };
  const scope = { of: "vpnGateway", regionId, vpnGatewayId } as const;
  const [regionName, first, customerGateways, connections] = await Promise.all([
    firstRegionName(regionId),
    firstVpnGateway(regionId, vpnGatewayId),
    firstCustomerGateways(regionId),
    firstConnections(scope, parameters),
  ]);
  if (!RESOURCE_ID.test(vpnGatewayId) || isMissing(first, connections.all)) {
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
      connections={connections}
      names={namesOf(gateway === null ? [] : [gateway], answerOf(customerGateways) ?? [])}
      namesFrom={[first, customerGateways]}
      vpcId={gateway?.vpcId}
      warnings={gateway && <GatewayWarnings gateway={gateway} now={gateway.fetchedAt} />}
      stale={gateway?.stale}
      facts={gateway && <GatewayFacts gateway={gateway} />}
    />
  );
}
