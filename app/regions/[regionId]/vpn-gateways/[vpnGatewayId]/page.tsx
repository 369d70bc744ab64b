import { NotHere } from "@/components/states/not-here";
import { VpnGatewayPage } from "@/components/vpn-gateways/vpn-gateway-page";
import { besideConnections } from "@/lib/server/http/finding-data";
import {
  firstConnections,
  firstCustomerGateways,
  firstRegionName,
  firstVpnGateway,
  titleOfVpnGateway,
} from "@/lib/server/http/page-data";
import { isMissing } from "@/lib/vpn/initial-data";
import { linkParametersOf, RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { pathText } from "@/lib/vpn/path-text";
import { readPageParameters } from "@/lib/vpn/search-params";

type Props = PageProps<"/regions/[regionId]/vpn-gateways/[vpnGatewayId]">;

export async function generateMetadata({ params }: Props) {
  const { regionId, vpnGatewayId } = await params;
  return titleOfVpnGateway(regionId, pathText(vpnGatewayId));
}

export default async function Page({ params, searchParams }: Props) {
  const { regionId, ...path } = await params;
  const id = pathText(path.vpnGatewayId);
  const read = readPageParameters(await searchParams);
  const asked = { ...read, vpnGatewayId: null };
  const scope = { of: "vpnGateway", regionId, vpnGatewayId: id } as const;
  const [regionName, first, customerGateways, connections] = await Promise.all([
    firstRegionName(regionId),
    firstVpnGateway(regionId, id),
    firstCustomerGateways(regionId),
    firstConnections(scope, asked),
  ]);
  if (!RESOURCE_ID.test(id) || isMissing(first, connections.all))
    return <NotHere of="vpnGateway" id={id} regionName={regionName} />;
  const beside = await besideConnections(scope, connections.all);
  const place = { regionId, regionName, id, parameters: linkParametersOf(asked), ...beside };
  return <VpnGatewayPage {...place} {...{ first, customerGateways, connections }} />;
}
