import { GatewayListPage } from "@/components/gateway-lists/gateway-list-page";
import { firstGateways, titleOfGateways } from "@/lib/server/http/gateway-list-data";
import { VPN_GATEWAY_LIST } from "@/lib/server/inventory/listed-kinds";

type Props = PageProps<"/regions/[regionId]/vpn-gateways">;

export async function generateMetadata({ params }: Props) {
  const { regionId } = await params;
  return titleOfGateways("vpnGateway", regionId);
}

export default async function Page({ params, searchParams }: Props) {
  const { regionId } = await params;
  const list = await firstGateways(VPN_GATEWAY_LIST, regionId, await searchParams);
  return <GatewayListPage {...list} />;
}
