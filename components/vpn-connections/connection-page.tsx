import { FileCog } from "lucide-react";
import { IconLink } from "@/components/ui/icon-link";
import { useTranslations } from "next-intl";
import { ConnectionFindings } from "@/components/findings/connection-findings";
import { CompareLink } from "@/components/compare/compare-link";
import { gatewayCrumb } from "@/components/layout/connection-crumbs";
import { BrowserWords, OF_DRAWING } from "@/components/layout/browser-words";
import { InitialQueries } from "@/components/layout/initial-queries";
import { SubjectHeading } from "@/components/layout/subject-heading";
import { LogsBanner, LogsLink } from "@/components/logs/logs-link";
import { MissingNames } from "@/components/states/missing-names";
import { ConnectionHistory } from "@/components/timeline/connection-history";
import { VpnConnectionView } from "@/components/vpn-connections/vpn-connection-view";
import type { FindingList } from "@/lib/vpn/findings/list";
import { namesOf } from "@/lib/vpn/gateway-names";
import type { CustomerGateway, Read, VpnGateway } from "@/lib/vpn/gateways";
import type { History, Range } from "@/lib/vpn/history";
import { pages } from "@/lib/vpn/hrefs";
import { answerOf, type InitialData, initialProblemOf } from "@/lib/vpn/initial-data";
import { vpnConnectionQuery } from "@/lib/vpn/queries";
import type { VpnConnection } from "@/lib/vpn/types";

type Props = {
  regionId: string;
  regionName: string;
  vpnConnectionId: string;
  range: Range;
  first: InitialData<Read<VpnConnection>>;
  findings: InitialData<FindingList>;
  history: InitialData<History | null>;
  /** All of the region, for their names and addresses. */
  vpnGateways: InitialData<VpnGateway[]>;
  customerGateways: InitialData<CustomerGateway[]>;
};

/** One connection: its verdict, its drawing, what it has been through and all of its settings. */
export function ConnectionPage(props: Props) {
  const { regionId, regionName, vpnConnectionId, first, vpnGateways, customerGateways } = props;
  const { range } = props;
  const t = useTranslations("pages");
  const gateways = answerOf(vpnGateways) ?? [];
  const connection = answerOf(first);
  const own = gateways.find(({ vpnGatewayId }) => vpnGatewayId === connection?.vpnGatewayId);
  const href = pages.vpnConnection(regionId, vpnConnectionId, range);
  return (
    <BrowserWords of={OF_DRAWING}>
      <SubjectHeading
        section="vpnConnections"
        within={gatewayCrumb(regionId, connection, own?.name)}
        kind={t("vpnConnection")}
        name={connection?.name ?? null}
        id={vpnConnectionId}
        regionId={regionId}
        regionName={regionName}
        href={href}
      >
        {connection !== null && (
          <IconLink href={pages.peerConfig(regionId, vpnConnectionId, null)} icon={FileCog}>
            {t("peerConfig")}
          </IconLink>
        )}
        <CompareLink
          {...{ regionId, vpnConnectionId }}
          hasTwoTunnels={connection?.tunnelMode === "dual"}
        />
      </SubjectHeading>
      <MissingNames from={[vpnGateways, customerGateways]} href={href} />
      <InitialQueries of={[{ ...vpnConnectionQuery(regionId, vpnConnectionId), first }]}>
        <VpnConnectionView
          regionId={regionId}
          vpnConnectionId={vpnConnectionId}
          href={href}
          names={namesOf(gateways, answerOf(customerGateways) ?? [])}
          vpcId={own?.vpcId ?? null}
          firstProblem={initialProblemOf(first)}
          logsLinks={{
            down: <LogsBanner {...{ regionId, vpnConnectionId }} isDegraded={false} />,
            degraded: <LogsBanner {...{ regionId, vpnConnectionId }} isDegraded />,
            otherwise: <LogsLink {...{ regionId, vpnConnectionId }} />,
          }}
        >
          <ConnectionHistory {...{ regionId, vpnConnectionId, range }} first={props.history} />
          <ConnectionFindings {...{ regionId, vpnConnectionId }} first={props.findings} />
        </VpnConnectionView>
      </InitialQueries>
    </BrowserWords>
  );
}
