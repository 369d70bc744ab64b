import { NotHere } from "@/components/states/not-here";
import { ConnectionPage } from "@/components/vpn-connections/connection-page";
import {
  firstCustomerGateways,
  firstRegionName,
  firstVpnConnection,
  firstVpnGateways,
  titleOfVpnConnection,
} from "@/lib/server/http/page-data";
import { isMissing } from "@/lib/vpn/initial-data";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { pathText } from "@/lib/vpn/path-text";

type Props = PageProps<"/regions/[regionId]/vpn-connections/[vpnConnectionId]">;

export async function generateMetadata({ params }: Props) {
  const { regionId, vpnConnectionId } = await params;
  return titleOfVpnConnection(regionId, pathText(vpnConnectionId));
}

export default async function VpnConnectionPage({ params }: Props) {
  const { regionId, ...path } = await params;
  const id = pathText(path.vpnConnectionId);
  const [regionName, first, vpnGateways, customerGateways] = await Promise.all([
    firstRegionName(regionId),
    firstVpnConnection(regionId, id),
    firstVpnGateways(regionId),
    firstCustomerGateways(regionId),
  ]);
  if (!RESOURCE_ID.test(id) || isMissing(first)) {
    return <NotHere of="vpnConnection" id={id} regionName={regionName} />;
  }
  const place = { regionId, regionName, vpnConnectionId: id };
  return <ConnectionPage {...place} {...{ first, vpnGateways, customerGateways }} />;
}
