import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EventsLink } from "@/components/events/events-link";
import { GatewayFindings } from "@/components/findings/gateway-findings";
import { BrowserWords, OF_DRAWING } from "@/components/layout/browser-words";
import { InitialQueries } from "@/components/layout/initial-queries";
import { SubjectHeading } from "@/components/layout/subject-heading";
import { MissingNames } from "@/components/states/missing-names";
import { NetworksLink } from "@/components/subnets/networks-link";
import { GatewayConnections } from "@/components/gateway-page/gateway-connections";
import { GatewayHistory } from "@/components/timeline/gateway-history";
import { rowQueries } from "@/components/vpn-connections/row-queries";
import { StaleBanner } from "@/components/vpn-connections/stale-banner";
import { ScopeOverview } from "@/components/vpn-connections/scope-overview";
import type { FirstRows } from "@/lib/vpn/connection-row";
import type { FindingList } from "@/lib/vpn/findings/list";
import { answerOf, type InitialData, initialProblemOf } from "@/lib/vpn/initial-data";
import type { GatewayNames } from "@/lib/vpn/gateway-names";
import type { GatewayHistory as History } from "@/lib/vpn/history";
import { pages } from "@/lib/vpn/hrefs";
import type { ListLinkParameters, ListParameters } from "@/lib/vpn/list-parameters";
import { type GatewayScope, isDrawn, overviewOf, upOf } from "@/lib/vpn/list-scope";
import { vpnConnectionsQuery } from "@/lib/vpn/queries";
import type { Stale, VpnConnectionList } from "@/lib/vpn/types";

export type GatewayPageProps = {
  scope: GatewayScope;
  id: string;
  /** Null where the gateway itself could not be read. */
  name: string | null;
  regionName: string;
  parameters: ListLinkParameters;
  /** The asked page of its connections; for the drawing the worst of all, and those that are up where it shows them. */
  connections: {
    page: FirstRows;
    all: InitialData<VpnConnectionList>;
    up: InitialData<VpnConnectionList> | null;
  };
  /** Null where there are no connections. */
  history: InitialData<History> | null;
  findings: InitialData<FindingList>;
  names: GatewayNames;
  vpcId?: string | null;
  /** What the names were read from. */
  namesFrom: InitialData<unknown>[];
  warnings?: ReactNode;
  /** Where the facts are old. */
  stale: Stale | undefined;
  facts: ReactNode;
};

/** A gateway of either side: its verdict and drawing, its connections and their last day, and what it is. */
export function GatewayPage(props: GatewayPageProps) {
  const { scope, id, name, regionName, parameters, connections, names, vpcId = null } = props;
  const t = useTranslations("pages");
  const { regionId } = scope;
  const { columns } = connections.page;
  const totalCount = answerOf(connections.all)?.totalCount ?? 0;
  // A drawing of many is many screens high: who looks for one of them finds the list first.
  const isLarge = !isDrawn(scope, totalCount);
  const list = (
    <GatewayConnections
      {...{ scope, parameters }}
      title={name || id}
      firstRows={connections.page}
    />
  );
  const keyOf = (question: ListParameters) => vpnConnectionsQuery(regionId, question).queryKey;
  return (
    <BrowserWords of={OF_DRAWING}>
      <SubjectHeading
        section={`${scope.of}s`}
        kind={t(scope.of)}
        name={name}
        id={id}
        regionId={regionId}
        regionName={regionName}
        href={pages.list(scope)}
      >
        <EventsLink of={scope} />
        <NetworksLink of={scope} />
      </SubjectHeading>
      {props.warnings}
      <MissingNames from={props.namesFrom} href={pages.list(scope, parameters)} />
      <InitialQueries
        of={[
          ...rowQueries(scope, parameters, connections.page),
          { queryKey: keyOf(overviewOf(scope)), first: connections.all },
          ...(connections.up === null
            ? []
            : [{ queryKey: keyOf(upOf(scope)), first: connections.up }]),
        ]}
      >
        {isLarge && list}
        <ScopeOverview
          scope={scope}
          names={names}
          vpcId={vpcId}
          parameters={parameters}
          columns={columns}
          firstProblem={initialProblemOf(connections.all)}
        />
        <GatewayFindings scope={scope} first={props.findings} />
        <GatewayHistory
          regionId={regionId}
          first={props.history}
          totalCount={totalCount}
          href={pages.list(scope, parameters)}
        />
        {!isLarge && list}
      </InitialQueries>
      {props.stale !== undefined && <StaleBanner {...props.stale} />}
      {props.facts}
    </BrowserWords>
  );
}
