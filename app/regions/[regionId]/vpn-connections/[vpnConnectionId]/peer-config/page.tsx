import { PeerConfigPage } from "@/components/peer-config/peer-config-page";
import { NotHere } from "@/components/states/not-here";
import { firstRegionName } from "@/lib/server/http/page-data";
import { firstPeerConfig, titleOfPeerConfig } from "@/lib/server/http/peer-config-data";
import { readPreferences } from "@/lib/server/http/preferences";
import { isMissing } from "@/lib/vpn/initial-data";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { pathText } from "@/lib/vpn/path-text";
import { readVendorPage } from "@/lib/vpn/search-params-peer-config";

type Props = PageProps<"/regions/[regionId]/vpn-connections/[vpnConnectionId]/peer-config">;

export async function generateMetadata({ params }: Props) {
  const { regionId, vpnConnectionId } = await params;
  return titleOfPeerConfig(regionId, pathText(vpnConnectionId));
}

export default async function Page({ params, searchParams }: Props) {
  const { regionId, ...path } = await params;
  const id = pathText(path.vpnConnectionId);
  const vendor = readVendorPage(await searchParams) ?? (await readPreferences()).vendor;
  const [regionName, first] = await Promise.all([
    firstRegionName(regionId),
    firstPeerConfig(regionId, id, vendor),
  ]);
  if (!RESOURCE_ID.test(id) || isMissing(first)) {
    return <NotHere of="vpnConnection" id={id} regionName={regionName} />;
  }
  return <PeerConfigPage {...{ regionId, regionName, vendor, first }} vpnConnectionId={id} />;
}
