import { GatewayListPage } from "@/components/gateway-lists/gateway-list-page";
import { firstGateways, titleOfGateways } from "@/lib/server/http/gateway-list-data";
import { CUSTOMER_GATEWAY_LIST } from "@/lib/server/inventory/listed-kinds";

type Props = PageProps<"/regions/[regionId]/customer-gateways">;

export async function generateMetadata({ params }: Props) {
  const { regionId } = await params;
  return titleOfGateways("customerGateway", regionId);
}

export default async function Page({ params, searchParams }: Props) {
  const { regionId } = await params;
  const list = await firstGateways(CUSTOMER_GATEWAY_LIST, regionId, await searchParams);
  return <GatewayListPage {...list} />;
}
