import { useTranslations } from "next-intl";
import { Drawing } from "@/components/drawing/drawing";
import { Behind, FarBox, NearBox } from "@/components/drawing/gateway-box";
import { CustomerGatewayHub, NearHub, VpnGatewayHub } from "@/components/drawing/hubs";
import { Lane } from "@/components/drawing/lane";
import { allTunnels, tunnelEnds } from "@/lib/vpn/drawing";
import type { GatewayNames } from "@/lib/vpn/gateway-names";
import { type GatewayScope, MAX_DRAWN } from "@/lib/vpn/list-scope";
import type { VpnConnectionList } from "@/lib/vpn/types";

type Props = {
  scope: GatewayScope;
  /** Worst first, so that what needs a look is drawn if not all can be. */
  list: VpnConnectionList;
  names: GatewayNames;
  vpcId: string | null;
};

/** A gateway with everything that leads to it. */
export function ScopeDrawing({ scope, list, names, vpcId }: Props) {
  const t = useTranslations("drawing");
  const { regionId } = scope;
  const connections = list.vpnConnections.slice(0, MAX_DRAWN);
  if (connections.length === 0) return null;
  const isGateway = scope.of === "vpnGateway";
  const notes = [
    connections.length < list.totalCount - list.unreadable.length &&
      t("some", { drawn: connections.length, total: list.totalCount }),
    list.unreadable.length > 0 && t("unreadable", { count: list.unreadable.length }),
  ].filter((note) => note !== false);
  return (
    <Drawing
      note={notes.length > 0 ? notes.join(" ") : undefined}
      hubIs={isGateway ? "left" : "right"}
      hub={
        isGateway ? (
          <NearHub connections={list.vpnConnections} vpcId={vpcId}>
            <VpnGatewayHub vpnGatewayId={scope.vpnGatewayId} names={names} />
          </NearHub>
        ) : (
          <CustomerGatewayHub
            customerGatewayId={scope.customerGatewayId}
            connections={list.vpnConnections}
            names={names}
          />
        )
      }
    >
      {connections.map((connection) => (
        <Lane
          key={connection.vpnConnectionId}
          connection={connection}
          isNamed
          ends={isGateway ? tunnelEnds(connection) : [allTunnels(connection)]}
          onlyTo={scope.of === "customerGateway" ? scope.customerGatewayId : undefined}
          outerIs={isGateway ? "right" : "left"}
          outer={({ customerGatewayId }) =>
            isGateway ? (
              <FarBox
                regionId={regionId}
                customerGatewayId={customerGatewayId}
                subnets={connection.remoteSubnets}
                names={names}
              />
            ) : (
              <NearBox connection={connection} names={names}>
                <Behind label={t("localSubnets")} subnets={connection.localSubnets} />
              </NearBox>
            )
          }
        />
      ))}
    </Drawing>
  );
}
