import { useTranslations } from "next-intl";
import { Behind, FarBox, NearBox } from "@/components/drawing/gateway-box";
import { Lane } from "@/components/drawing/lane";
import { allTunnels, tunnelEnds } from "@/lib/vpn/drawing";
import type { GatewayNames } from "@/lib/vpn/gateway-names";
import type { GatewayScope } from "@/lib/vpn/list-scope";
import type { VpnConnection } from "@/lib/vpn/types";

type Props = { scope: GatewayScope; connections: VpnConnection[]; names: GatewayNames };

/** Connections of a gateway one by one, each with what is at its other end. */
export function ScopeLanes({ scope, connections, names }: Props) {
  const t = useTranslations("drawing");
  const isGateway = scope.of === "vpnGateway";
  return connections.map((connection) => (
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
            regionId={scope.regionId}
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
  ));
}
