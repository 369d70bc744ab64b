import type { GatewayColumn } from "@/lib/vpn/gateway-columns";
import type { CustomerGatewayList, VpnGatewayList } from "@/lib/vpn/gateway-list";

/** The list with no more of each gateway than these columns, and what says which it is. */
export function withColumns(
  list: VpnGatewayList | CustomerGatewayList,
  columns: readonly GatewayColumn[],
): object {
  return "vpnGateways" in list
    ? { ...list, vpnGateways: fieldsOf(list.vpnGateways, ["vpnGatewayId", ...columns]) }
    : {
        ...list,
        customerGateways: fieldsOf(list.customerGateways, ["customerGatewayId", ...columns]),
      };
}

function fieldsOf(gateways: readonly object[], columns: readonly GatewayColumn[]): object[] {
  const names = new Set<string>(["regionId", ...columns]);
  return gateways.map((gateway) =>
    Object.fromEntries(Object.entries(gateway).filter(([name]) => names.has(name))),
  );
}
