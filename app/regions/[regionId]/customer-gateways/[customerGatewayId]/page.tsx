import { CustomerGatewayPage } from "@/components/customer-gateways/customer-gateway-page";
import { NotHere } from "@/components/states/not-here";
import { besideConnections } from "@/lib/server/http/finding-data";
import {
  firstConnections,
  firstCustomerGateway,
  firstRegionName,
  firstVpnGateways,
  titleOfCustomerGateway,
} from "@/lib/server/http/page-data";
import { isMissing } from "@/lib/vpn/initial-data";
import { linkParametersOf, RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { pathText } from "@/lib/vpn/path-text";
import { readPageParameters } from "@/lib/vpn/search-params";

type Props = PageProps<"/regions/[regionId]/customer-gateways/[customerGatewayId]">;

export async function generateMetadata({ params }: Props) {
  const { regionId, customerGatewayId } = await params;
  return titleOfCustomerGateway(regionId, pathText(customerGatewayId));
}

export default async function Page({ params, searchParams }: Props) {
  const { regionId, ...path } = await params;
  const id = pathText(path.customerGatewayId);
  const read = readPageParameters(await searchParams);
  const asked = { ...read, customerGatewayId: null };
  const scope = { of: "customerGateway", regionId, customerGatewayId: id } as const;
  const [regionName, first, vpnGateways, connections] = await Promise.all([
    firstRegionName(regionId),
    firstCustomerGateway(regionId, id),
    firstVpnGateways(regionId),
    firstConnections(scope, asked),
  ]);
  if (!RESOURCE_ID.test(id) || isMissing(first, connections.all))
    return <NotHere of="customerGateway" id={id} regionName={regionName} />;
  const beside = await besideConnections(scope, connections.all);
  const place = { regionId, regionName, id, parameters: linkParametersOf(asked), ...beside };
  return <CustomerGatewayPage {...place} {...{ first, vpnGateways, connections }} />;
}
