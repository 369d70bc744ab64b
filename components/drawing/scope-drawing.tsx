import { useTranslations } from "next-intl";
import { Drawing } from "@/components/drawing/drawing";
import { GroupLane } from "@/components/drawing/group-lane";
import { CustomerGatewayHub, NearHub, VpnGatewayHub } from "@/components/drawing/hubs";
import { ScopeLanes } from "@/components/drawing/scope-lanes";
import { UpGroup } from "@/components/drawing/up-group";
import { drawnOf } from "@/lib/vpn/drawing";
import type { GatewayNames } from "@/lib/vpn/gateway-names";
import { pages } from "@/lib/vpn/hrefs";
import type { ListLinkParameters } from "@/lib/vpn/list-parameters";
import { type GatewayScope, NOT_DRAWN } from "@/lib/vpn/list-scope";
import type { Counts, VpnConnection } from "@/lib/vpn/types";

type Props = {
  scope: GatewayScope;
  /** Worst first, as many as a page of the list holds. */
  connections: VpnConnection[];
  /** Of all that there are. */
  counts: Counts;
  unreadable: number;
  names: GatewayNames;
  vpcId: string | null;
  parameters: ListLinkParameters;
};

/** A gateway with everything that leads to it: of many what is not up one by one, and what is up as a group. */
export function ScopeDrawing({ scope, connections, counts, parameters, ...props }: Props) {
  const t = useTranslations("drawing");
  const { names, unreadable } = props;
  if (connections.length === 0) return null;
  const drawn = drawnOf(connections, counts);
  const isGateway = scope.of === "vpnGateway";
  return (
    <Drawing
      note={unreadable > 0 ? t("unreadable", { count: unreadable }) : undefined}
      hubIs={isGateway ? "left" : "right"}
      hub={<Hub scope={scope} connections={connections} names={names} vpcId={props.vpcId} />}
    >
      <ScopeLanes scope={scope} connections={drawn.connections} names={names} />
      {drawn.rest > 0 && (
        <GroupLane
          state={counts.down > 0 ? "down" : "unknown"}
          words={t("group.rest", { count: drawn.rest })}
          outerIs={isGateway ? "right" : "left"}
        >
          <a href={pages.list(scope, NOT_DRAWN)} className="link">
            {t("group.list")}
          </a>
        </GroupLane>
      )}
      {drawn.up > 0 && (
        <UpGroup scope={scope} parameters={parameters} count={drawn.up} names={names} />
      )}
    </Drawing>
  );
}

type HubProps = Pick<Props, "scope" | "connections" | "names" | "vpcId">;

function Hub({ scope, connections, names, vpcId }: HubProps) {
  return scope.of === "vpnGateway" ? (
    <NearHub connections={connections} vpcId={vpcId}>
      <VpnGatewayHub vpnGatewayId={scope.vpnGatewayId} names={names} />
    </NearHub>
  ) : (
    <CustomerGatewayHub
      customerGatewayId={scope.customerGatewayId}
      connections={connections}
      names={names}
    />
  );
}
