import type { GatewayOf } from "@/lib/vpn/gateway-list";

/** Every column of a list of gateways, in the order of the page: the names of fields. */
export const GATEWAY_COLUMNS = {
  vpnGateway: [
    "verdict",
    "name",
    "vpnGatewayId",
    "regionId",
    "internetIp",
    "vpcId",
    "spec",
    "endTime",
    "connectionCount",
    "counts",
    "findingCounts",
    "status",
    "businessStatus",
    "chargeType",
    "createTime",
    "networkType",
    "gatewayType",
    "vpnType",
    "enableBgp",
    "resourceGroupId",
    "tags",
    "description",
  ],
  customerGateway: [
    "verdict",
    "name",
    "customerGatewayId",
    "regionId",
    "ipAddress",
    "asn",
    "connectionCount",
    "counts",
    "findingCounts",
    "createTime",
    "resourceGroupId",
    "tags",
    "description",
  ],
} as const satisfies Record<GatewayOf, readonly string[]>;

export type GatewayColumn = (typeof GATEWAY_COLUMNS)[GatewayOf][number];

/** Shown only where they are asked for. */
const ON_DEMAND = new Set<GatewayColumn>([
  "status",
  "businessStatus",
  "chargeType",
  "networkType",
  "gatewayType",
  "vpnType",
  "enableBgp",
  "createTime",
  "resourceGroupId",
  "tags",
  "description",
]);

/** Without a choice; rows of several regions say which. */
export function defaultGatewayColumns(of: GatewayOf, regionId: string | null): GatewayColumn[] {
  return GATEWAY_COLUMNS[of].filter(
    (name) => !ON_DEMAND.has(name) && (name !== "regionId" || regionId === null),
  );
}
