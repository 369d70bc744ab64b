import { Drawing } from "@/components/drawing/drawing";
import { FarBox } from "@/components/drawing/gateway-box";
import { AttachmentHub, NearHub } from "@/components/drawing/hubs";
import { Lane } from "@/components/drawing/lane";
import { tunnelEnds } from "@/lib/vpn/drawing";
import type { GatewayNames } from "@/lib/vpn/gateway-names";
import type { VpnConnection } from "@/lib/vpn/types";

type Props = { connection: VpnConnection; names: GatewayNames; vpcId: string | null };

/** One connection from end to end. */
export function ConnectionDrawing({ connection, names, vpcId }: Props) {
  return (
    <Drawing
      hubIs="left"
      hub={
        <NearHub connections={[connection]} vpcId={vpcId} isVpc={connection.vpnGatewayId !== null}>
          <AttachmentHub connection={connection} names={names} />
        </NearHub>
      }
    >
      <Lane
        connection={connection}
        isNamed={false}
        ends={tunnelEnds(connection)}
        outerIs="right"
        outer={({ customerGatewayId }) => (
          <FarBox
            regionId={connection.regionId}
            customerGatewayId={customerGatewayId}
            subnets={connection.remoteSubnets}
            names={names}
          />
        )}
      />
    </Drawing>
  );
}
