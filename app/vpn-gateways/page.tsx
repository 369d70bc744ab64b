import { GatewayListPage } from "@/components/gateway-lists/gateway-list-page";
import { firstGateways, titleOfGateways } from "@/lib/server/http/gateway-list-data";
import { VPN_GATEWAY_LIST } from "@/lib/server/inventory/listed-kinds";

export function generateMetadata() {
  return titleOfGateways("vpnGateway", null);
}

export default async function Page({ searchParams }: PageProps<"/vpn-gateways">) {
  const list = await firstGateways(VPN_GATEWAY_LIST, null, await searchParams);
  return <GatewayListPage {...list} />;
}
