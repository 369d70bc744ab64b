import { type ListParameters, NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import { MAX_PAGE_SIZE } from "@/lib/vpn/paging";

/** Which connections a list is about: those of a region, of a VPN gateway, or to a customer gateway. */
export type ListScope =
  | { of: "region"; regionId: string }
  | { of: "vpnGateway"; regionId: string; vpnGatewayId: string }
  | { of: "customerGateway"; regionId: string; customerGatewayId: string };

/** What a page's parameters ask for on a page of this scope. */
export function questionOf(scope: ListScope, parameters: ListParameters): ListParameters {
  if (scope.of === "region") return parameters;
  return scope.of === "vpnGateway"
    ? { ...parameters, vpnGatewayId: scope.vpnGatewayId }
    : { ...parameters, customerGatewayId: scope.customerGatewayId };
}

/** As much in scope as one page holds, worst first; an order makes the server read all of it, and count. */
export function overviewOf(scope: ListScope): ListParameters {
  const { open: _open, ...nothing } = NO_PARAMETERS;
  return questionOf(scope, { ...nothing, pageSize: MAX_PAGE_SIZE, sort: "verdict" });
}

/** Twice Alibaba's quota of connections to a gateway; beyond, a drawing is a table. */
export const MAX_DRAWN = 20;

/** Whether the page's drawing shows every connection of its list. */
export function isDrawn(scope: ListScope, totalCount: number): boolean {
  return scope.of !== "region" && totalCount <= MAX_DRAWN;
}
