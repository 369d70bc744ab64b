import { ApiError, missingParameter } from "./api-error";
import { hasCustomerGateway, hasTags, hasValue, wantedTags } from "./filters";
import { describeVpnConnectionLogs } from "./describe-logs";
import { diagnoseVpnConnections } from "./diagnose";
import { endpointOf } from "./account/regions";
import { page } from "./paging";
import type { RequestParameters } from "./signature";
import { at, isObject, type JsonObject } from "./wire-value";
import type { RegionContents, World } from "./world";

/** `now` in epoch milliseconds. */
type RegionalAction = (
  parameters: RequestParameters,
  contents: RegionContents,
  now: number,
) => JsonObject;

/** No RegionId, no paging and, by Alibaba's docs, no permission needed. */
function describeRegions(parameters: RequestParameters, world: World): JsonObject {
  const english = parameters.get("AcceptLanguage") === "en-US";
  const regions = [...world.values()].map(({ region }) => ({
    RegionId: region.id,
    LocalName: english ? region.english : region.chinese,
    RegionEndpoint: endpointOf(region.id),
  }));
  return { Regions: { Region: regions } };
}

/** The asked page of what has each of the values asked for, and each of the tags. */
function select(items: readonly unknown[], parameters: RequestParameters, filters: string[]) {
  const tags = wantedTags(parameters);
  const found = items.filter(
    (item) => filters.every((name) => hasValue(parameters, name, item)) && hasTags(tags, item),
  );
  return page(found, parameters);
}

function find(items: readonly unknown[], parameters: RequestParameters, key: string, code: string) {
  const id = parameters.get(key);
  if (!id) throw missingParameter(key);
  const found = items.find((item) => at(item, key) === id);
  if (!isObject(found)) throw new ApiError(code);
  return found;
}

const describeVpnConnections: RegionalAction = (parameters, { connections }) => {
  const found = connections.filter((connection) => hasCustomerGateway(parameters, connection));
  const filters = ["VpnConnectionId", "VpnGatewayId", "ResourceGroupId"];
  const { items, envelope } = select(found, parameters, filters);
  return { ...envelope, VpnConnections: { VpnConnection: items } };
};

/** The one connection flat in the envelope, its tags under Tags where the list says Tag. */
const describeVpnConnection: RegionalAction = (parameters, { connections }) => {
  const { Tag: tags, ...connection } = find(
    connections,
    parameters,
    "VpnConnectionId",
    "InvalidVpnConnectionInstanceId.NotFound",
  );
  return tags === undefined ? connection : { ...connection, Tags: tags };
};

const describeVpnGateways: RegionalAction = (parameters, { vpnGateways }) => {
  const { items, envelope } = select(vpnGateways, parameters, [
    "VpnGatewayId",
    "VpcId",
    "Status",
    "BusinessStatus",
    "GatewayType",
    "ResourceGroupId",
  ]);
  return { ...envelope, VpnGateways: { VpnGateway: items } };
};

const describeVpnGateway: RegionalAction = (parameters, { vpnGateways }) => ({
  ...find(vpnGateways, parameters, "VpnGatewayId", "InvalidVpnGatewayInstanceId.NotFound"),
});

const describeCustomerGateways: RegionalAction = (parameters, { customerGateways }) => {
  const filters = ["CustomerGatewayId", "ResourceGroupId"];
  const { items, envelope } = select(customerGateways, parameters, filters);
  return { ...envelope, CustomerGateways: { CustomerGateway: items } };
};

const regionalActions = new Map<string, RegionalAction>([
  ["DescribeVpnConnections", describeVpnConnections],
  ["DescribeVpnConnection", describeVpnConnection],
  ["DescribeVpnGateways", describeVpnGateways],
  ["DescribeVpnGateway", describeVpnGateway],
  ["DescribeCustomerGateways", describeCustomerGateways],
  ["DescribeVpnConnectionLogs", describeVpnConnectionLogs],
  ["DiagnoseVpnConnections", diagnoseVpnConnections],
]);

export function checkAction(parameters: RequestParameters): void {
  const action = parameters.get("Action");
  if (!action || parameters.get("Version") !== "2016-04-28") {
    throw new ApiError("InvalidParameter", {
      message: 'The specified parameter "Action or Version" is not valid.',
    });
  }
  if (action !== "DescribeRegions" && !regionalActions.has(action)) {
    throw new ApiError("InvalidApi.NotFound");
  }
}

export function perform(parameters: RequestParameters, world: World, now: number): JsonObject {
  const action = regionalActions.get(parameters.get("Action") ?? "");
  if (!action) return describeRegions(parameters, world);
  const regionId = parameters.get("RegionId");
  if (!regionId) throw missingParameter("RegionId");
  const contents = world.get(regionId);
  if (!contents) throw new ApiError("InvalidRegionId.NotFound");
  return action(parameters, contents, now);
}
