import { ConnectionPage } from "@/components/vpn-connections/connection-page";
import { MissingConnection } from "@/components/vpn-connections/missing-connection";
import { firstFindingsOfConnection } from "@/lib/server/http/finding-data";
import { firstHistory } from "@/lib/server/http/history-data";
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
import { readRangePage } from "@/lib/vpn/search-params-history";

type Props = PageProps<"/regions/[regionId]/vpn-connections/[vpnConnectionId]">;

export async function generateMetadata({ params }: Props) {
  const { regionId, vpnConnectionId } = await params;
  return titleOfVpnConnection(regionId, pathText(vpnConnectionId));
}

export default async function VpnConnectionPage({ params, searchParams }: Props) {
  const { regionId, ...path } = await params;
  const id = pathText(path.vpnConnectionId);
  const range = readRangePage(await searchParams);
  const [regionName, first, history, findings, vpnGateways, customerGateways] = await Promise.all([
    firstRegionName(regionId),
    firstVpnConnection(regionId, id),
    firstHistory(regionId, id, range),
    firstFindingsOfConnection(regionId, id),
    firstVpnGateways(regionId),
    firstCustomerGateways(regionId),
  ]);
  const shared = { regionId, regionName, vpnConnectionId: id, range, history };
  if (!RESOURCE_ID.test(id) || isMissing(first)) return <MissingConnection {...shared} />;
  return <ConnectionPage {...shared} {...{ first, findings, vpnGateways, customerGateways }} />;
}
