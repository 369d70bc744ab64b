import type { ListedCustomerGateway, ListedVpnGateway } from "@/lib/vpn/gateway-list";
import { customerGatewayRows, type UsedRegion, vpnGatewayRows } from "@/lib/vpn/gateway-rows";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

const UP = "ipsec_sa_established";
const DOWN = "ike_sa_not_established";
const STATUS = { up: [UP], degraded: [UP, DOWN], down: [DOWN], unknown: [null] };

/** A region of connections in these states, on this gateway and to this customer gateway. */
export function usedRegion(
  states: (keyof typeof STATUS)[],
  { vpnGatewayId = "vpn-1", customerGatewayId = "cgw-1" } = {},
): UsedRegion {
  return {
    regionId: "cn-hangzhou",
    vpnConnections: states.map((state, index) =>
      connection(
        `vco-${index + 1}`,
        STATUS[state].map((status) => tunnel(status)),
        {
          vpnGatewayId,
          customerGatewayIds: [customerGatewayId],
        },
      ),
    ),
    vpnGateways: new Map(),
    customerGateways: new Map(),
    marks: new Map(),
  };
}

/** A VPN gateway with connections in these states. */
export function listedVpnGateway(
  vpnGatewayId: string,
  states: (keyof typeof STATUS)[],
  more: Partial<ListedVpnGateway> = {},
): ListedVpnGateway {
  const [named] = vpnGatewayRows(usedRegion(["up"], { vpnGatewayId }), false);
  if (named === undefined) throw new Error("a region with a connection has a gateway");
  const vpnGateways = new Map([[vpnGatewayId, named]]);
  const [row = named] = vpnGatewayRows(
    { ...usedRegion(states, { vpnGatewayId }), vpnGateways },
    true,
  );
  return { ...row, ...more };
}

export function listedCustomerGateway(
  customerGatewayId: string,
  more: Partial<ListedCustomerGateway> = {},
): ListedCustomerGateway {
  const [row] = customerGatewayRows(usedRegion(["up"], { customerGatewayId }), false);
  if (row === undefined) throw new Error("a region with a connection has a customer gateway");
  return { ...row, isListed: true, ...more };
}
