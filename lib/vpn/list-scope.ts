import { type ListParameters, listParametersOf, NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import { MAX_PAGE_SIZE } from "@/lib/vpn/paging";
import { MAX_WALL_ROWS } from "@/lib/vpn/wall";

/** The connections of a VPN gateway, or those to a customer gateway. */
export type GatewayScope =
  | { of: "vpnGateway"; regionId: string; vpnGatewayId: string }
  | { of: "customerGateway"; regionId: string; customerGatewayId: string };

/** Which connections a list is about: those of all regions, of one, or of a gateway. */
export type ListScope = { of: "allRegions" } | { of: "region"; regionId: string } | GatewayScope;

/** Where the connections are; null is in any region. */
export function regionOf(scope: ListScope): string | null {
  return scope.of === "allRegions" ? null : scope.regionId;
}

export function isOfGateway(scope: ListScope): scope is GatewayScope {
  return scope.of === "vpnGateway" || scope.of === "customerGateway";
}

/** What other lists take to be about the same gateway. */
export function gatewayFilterOf(scope: GatewayScope) {
  const { regionId } = scope;
  return scope.of === "vpnGateway"
    ? { regionId, vpnGatewayId: scope.vpnGatewayId }
    : { regionId, customerGatewayId: scope.customerGatewayId };
}

/** What a page's parameters ask for on a page of this scope. */
export function questionOf(scope: ListScope, parameters: ListParameters): ListParameters {
  if (!isOfGateway(scope)) return parameters;
  return scope.of === "vpnGateway"
    ? { ...parameters, vpnGatewayId: scope.vpnGatewayId }
    : { ...parameters, customerGatewayId: scope.customerGatewayId };
}

/** As much in scope as one page holds, worst first; an order makes the server read all of it, and count. */
export function overviewOf(scope: ListScope): ListParameters {
  const nothing = listParametersOf(NO_PARAMETERS);
  return questionOf(scope, { ...nothing, pageSize: MAX_PAGE_SIZE, sort: "verdict" });
}

/** What needs a look, anywhere: as much as an overview has room for, worst first. */
export const UNHEALTHY: ListParameters = {
  ...listParametersOf(NO_PARAMETERS),
  status: ["down", "degraded"],
  sort: "verdict",
};

/** What a wall screen lists, anywhere: what has become so last comes first, since nobody has seen it yet. */
export function newestOf(verdict: "down" | "degraded"): ListParameters {
  return { ...UNHEALTHY, status: [verdict], sort: "-verdictSince", pageSize: MAX_WALL_ROWS };
}

/** Those of a gateway that are up, as many as one page holds. */
export function upOf(scope: GatewayScope): ListParameters {
  return { ...overviewOf(scope), status: ["up"] };
}

/** Those of a gateway that are not up and that its drawing has no room for, as its list finds them. */
export const NOT_DRAWN = {
  status: ["down", "degraded", "unknown"],
  sort: "verdict",
  pageSize: MAX_PAGE_SIZE,
  pageNumber: 2,
} satisfies Partial<ListParameters>;

/** Among the open panels of an address: the group of what is up in a gateway's drawing. */
export const UP_GROUP = "up";

/** Twice Alibaba's quota of connections to a gateway; beyond, what is up is drawn as a group. */
export const MAX_DRAWN = 20;

/** Whether the page's drawing shows every connection of its list. */
export function isDrawn(scope: ListScope, totalCount: number): boolean {
  return isOfGateway(scope) && totalCount <= MAX_DRAWN;
}
