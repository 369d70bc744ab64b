import { GatewayListPage } from "@/components/gateway-lists/gateway-list-page";
import { firstGateways, titleOfGateways } from "@/lib/server/http/gateway-list-data";
import { CUSTOMER_GATEWAY_LIST } from "@/lib/server/inventory/listed-kinds";

export function generateMetadata() {
  return titleOfGateways("customerGateway", null);
}

export default async function Page({ searchParams }: PageProps<"/customer-gateways">) {
  const list = await firstGateways(CUSTOMER_GATEWAY_LIST, null, await searchParams);
  return <GatewayListPage {...list} />;
}
