import type { GatewayColumn } from "@/lib/vpn/gateway-columns";
import { DEFAULT_PAGE_SIZE } from "@/lib/vpn/paging";
import type { Verdict } from "@/lib/vpn/types";

const SHARED = ["name", "verdict", "connectionCount", "findingCounts", "createTime"] as const;

export const VPN_GATEWAY_SORT_FIELDS = [
  ...SHARED,
  "vpnGatewayId",
  "internetIp",
  "vpcId",
  "spec",
  "endTime",
] as const;

export const CUSTOMER_GATEWAY_SORT_FIELDS = [
  ...SHARED,
  "customerGatewayId",
  "ipAddress",
  "asn",
] as const;

export type VpnGatewaySortField = (typeof VPN_GATEWAY_SORT_FIELDS)[number];
export type CustomerGatewaySortField = (typeof CUSTOMER_GATEWAY_SORT_FIELDS)[number];
type GatewaySortField = VpnGatewaySortField | CustomerGatewaySortField;
export type GatewaySort = GatewaySortField | `-${GatewaySortField}`;

export const GATEWAY_SORT_FIELDS = {
  vpnGateway: VPN_GATEWAY_SORT_FIELDS,
  customerGateway: CUSTOMER_GATEWAY_SORT_FIELDS,
} as const;

/** As an address says it; null for what no list of gateways is sorted by. */
export function toGatewaySort(text: string | null): GatewaySort | null {
  const fields = Object.values(GATEWAY_SORT_FIELDS).flat();
  return (
    fields.flatMap((field) => [field, `-${field}` as const]).find((one) => one === text) ?? null
  );
}

/** The question that a list of gateways answers. */
export type GatewayParameters = {
  pageNumber: number;
  pageSize: number;
  q: string | null;
  /** Of VPN gateways only. */
  vpcId: string | null;
  resourceGroupId: string | null;
  /** Without it, what is wrong comes first. */
  sort: GatewaySort | null;
  /** `key:value` each. */
  tag: string[];
  /** Verdicts of which a gateway has a connection. */
  status: Verdict[];
};

/** What a page's address holds beyond the question: the columns that were asked for; null where none were. */
export type GatewayPageParameters = GatewayParameters & { columns: GatewayColumn[] | null };

export const NO_GATEWAY_PARAMETERS: GatewayPageParameters = {
  pageNumber: 1,
  pageSize: DEFAULT_PAGE_SIZE,
  q: null,
  vpcId: null,
  resourceGroupId: null,
  sort: null,
  tag: [],
  status: [],
  columns: null,
};

/** The question a page asks, without what only the page itself needs. */
export function gatewayQuestionOf(parameters: GatewayPageParameters): GatewayParameters {
  const { columns: _columns, ...question } = parameters;
  return question;
}

/** What narrows the list and may be given once, in the order it is shown in. */
export const GATEWAY_FILTERS = ["q", "vpcId", "resourceGroupId"] as const;

/** Whether anything narrows the list, so that nothing found does not mean nothing there. */
export function areGatewaysFiltered({ tag, status, ...single }: GatewayParameters): boolean {
  return tag.length + status.length > 0 || GATEWAY_FILTERS.some((name) => single[name] !== null);
}
