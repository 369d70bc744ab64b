import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrowserWords, OF_DRAWING } from "@/components/layout/browser-words";
import { InitialQueries } from "@/components/layout/initial-queries";
import { SubjectHeading } from "@/components/layout/subject-heading";
import { MissingNames } from "@/components/states/missing-names";
import { NotHere } from "@/components/states/not-here";
import { VpnConnectionView } from "@/components/vpn-connections/vpn-connection-view";
import {
  firstCustomerGateways,
  firstRegionName,
  firstVpnConnection,
  firstVpnGateways,
} from "@/lib/server/http/page-data";
import { answerOf, isMissing, initialProblemOf } from "@/lib/vpn/initial-data";
import { namesOf } from "@/lib/vpn/gateway-names";
import { pages } from "@/lib/vpn/hrefs";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { pathText } from "@/lib/vpn/path-text";
import { vpnConnectionQuery } from "@/lib/vpn/queries";
import { subjectTitle } from "@/lib/vpn/title";

type Props = PageProps<"/regions/[regionId]/vpn-connections/[vpnConnectionId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { regionId, ...path } = await params;
  const vpnConnectionId = pathText(path.vpnConnectionId);
  const connection = answerOf(await firstVpnConnection(regionId, vpnConnectionId));
  return {
    title: subjectTitle(connection?.name, vpnConnectionId, await firstRegionName(regionId)),
  };
}

export default async function VpnConnectionPage({ params }: Props) {
  const { regionId, ...path } = await params;
  const vpnConnectionId = pathText(path.vpnConnectionId);
  const [t, regionName, first, vpnGateways, customerGateways] = await Promise.all([
    getTranslations("pages"),
    firstRegionName(regionId),
    firstVpnConnection(regionId, vpnConnectionId),
    firstVpnGateways(regionId),
    firstCustomerGateways(regionId),
  ]);
  if (!RESOURCE_ID.test(vpnConnectionId) || isMissing(first)) {
    return <NotHere of="vpnConnection" id={vpnConnectionId} regionName={regionName} />;
  }
  const gateways = answerOf(vpnGateways) ?? [];
  const connection = answerOf(first);
  const own = gateways.find(({ vpnGatewayId }) => vpnGatewayId === connection?.vpnGatewayId);
  const href = pages.vpnConnection(regionId, vpnConnectionId);
  return (
    <BrowserWords of={OF_DRAWING}>
      <SubjectHeading
        kind={t("vpnConnection")}
        name={connection?.name ?? null}
        id={vpnConnectionId}
        regionId={regionId}
        regionName={regionName}
        href={href}
      />
      <MissingNames from={[vpnGateways, customerGateways]} href={href} />
      <InitialQueries of={[{ ...vpnConnectionQuery(regionId, vpnConnectionId), first }]}>
        <VpnConnectionView
          regionId={regionId}
          vpnConnectionId={vpnConnectionId}
          names={namesOf(gateways, answerOf(customerGateways) ?? [])}
          vpcId={own?.vpcId ?? null}
          firstProblem={initialProblemOf(first)}
        />
      </InitialQueries>
    </BrowserWords>
  );
}
