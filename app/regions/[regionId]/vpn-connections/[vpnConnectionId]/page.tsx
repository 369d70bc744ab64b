import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { BrowserWords, OF_DRAWING } from "@/components/layout/browser-words";
import { FirstAnswers } from "@/components/layout/first-answers";
import { SubjectHeading } from "@/components/layout/subject-heading";
import { MissingNames } from "@/components/states/missing-names";
import { NotHere } from "@/components/states/not-here";
import { VpnConnectionView } from "@/components/vpn-connections/vpn-connection-view";
import { listCustomerGateways } from "@/lib/server/data/customer-gateways";
import { regionNameSoon } from "@/lib/server/data/regions";
import { getVpnConnection } from "@/lib/server/data/vpn-connections";
import { listVpnGateways } from "@/lib/server/data/vpn-gateways";
import { firstAnswer } from "@/lib/server/first-answer";
import { answerOf, isMissing, nameProblemOf, problemOfFirst } from "@/lib/vpn/first-answer";
import { namesOf } from "@/lib/vpn/gateway-names";
import { pages } from "@/lib/vpn/hrefs";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { vpnConnectionQuery } from "@/lib/vpn/queries";
import { subjectTitle } from "@/lib/vpn/title";

type Props = PageProps<"/regions/[regionId]/vpn-connections/[vpnConnectionId]">;

/** Once for title and page. */
const read = cache(async (regionId: string, vpnConnectionId: string) => {
  const locale = await getLocale();
  return Promise.all([
    regionNameSoon(regionId, locale),
    firstAnswer(getVpnConnection(regionId, vpnConnectionId, locale)),
  ]);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { regionId, vpnConnectionId } = await params;
  const [regionName, connection] = await read(regionId, vpnConnectionId);
  return { title: subjectTitle(answerOf(connection)?.name, vpnConnectionId, regionName) };
}

export default async function VpnConnectionPage({ params }: Props) {
  const { regionId, vpnConnectionId } = await params;
  const locale = await getLocale();
  const [t, [regionName, first], vpnGateways, customerGateways] = await Promise.all([
    getTranslations("pages"),
    read(regionId, vpnConnectionId),
    firstAnswer(listVpnGateways(regionId, locale)),
    firstAnswer(listCustomerGateways(regionId, locale)),
  ]);
  if (!RESOURCE_ID.test(vpnConnectionId) || isMissing(first)) {
    return <NotHere of="vpnConnection" id={vpnConnectionId} regionName={regionName} />;
  }
  const gateways = answerOf(vpnGateways) ?? [];
  const connection = answerOf(first);
  const own = gateways.find(({ vpnGatewayId }) => vpnGatewayId === connection?.vpnGatewayId);
  return (
    <BrowserWords of={OF_DRAWING}>
      <SubjectHeading
        kind={t("vpnConnection")}
        name={connection?.name ?? null}
        id={vpnConnectionId}
        regionId={regionId}
        regionName={regionName}
        href={pages.vpnConnection(regionId, vpnConnectionId)}
      />
      <MissingNames problems={[nameProblemOf(vpnGateways), nameProblemOf(customerGateways)]} />
      <FirstAnswers of={[{ ...vpnConnectionQuery(regionId, vpnConnectionId), first }]}>
        <VpnConnectionView
          regionId={regionId}
          vpnConnectionId={vpnConnectionId}
          names={namesOf(gateways, answerOf(customerGateways) ?? [])}
          vpcId={own?.vpcId ?? null}
          firstProblem={problemOfFirst(first)}
        />
      </FirstAnswers>
    </BrowserWords>
  );
}
