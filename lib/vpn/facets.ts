import type { VpnConnection } from "@/lib/vpn/types";

/** The values that a region's connections have, each once: what can be filtered by. */
export type Facets = {
  vpnGatewayIds: string[];
  customerGatewayIds: string[];
  resourceGroupIds: string[];
  ikeVersions: string[];
  /** `key:value` each, as the parameter is spelled. */
  tags: string[];
};

/** Each page of a list carries them, and some of many are of no help: who looks among more types or searches. */
const MAX_SUGGESTIONS = 30;

/** The values that a field suggests: all there are, or none where there are too many. */
export function suggestionsOf(values: string[] | undefined): string[] {
  return values === undefined || values.length > MAX_SUGGESTIONS ? [] : values;
}

export function facetsOf(connections: VpnConnection[]): Facets {
  const each = (valuesOf: (connection: VpnConnection) => (string | null)[]) =>
    eachOnce(connections.flatMap(valuesOf));
  return {
    vpnGatewayIds: each(({ vpnGatewayId }) => [vpnGatewayId]),
    customerGatewayIds: each(({ customerGatewayIds }) => customerGatewayIds),
    resourceGroupIds: each(({ resourceGroupId }) => [resourceGroupId]),
    ikeVersions: each(({ tunnels }) => tunnels.map(({ ikeConfig }) => ikeConfig.ikeVersion)),
    // A key with a colon cannot be said in the parameter.
    tags: each(({ tags }) =>
      tags.map(({ key, value }) => (key.includes(":") ? null : `${key}:${value}`)),
    ),
  };
}

export function joinFacets(facets: Facets[]): Facets {
  const each = (valuesOf: (facets: Facets) => string[]) => eachOnce(facets.flatMap(valuesOf));
  return {
    vpnGatewayIds: each(({ vpnGatewayIds }) => vpnGatewayIds),
    customerGatewayIds: each(({ customerGatewayIds }) => customerGatewayIds),
    resourceGroupIds: each(({ resourceGroupIds }) => resourceGroupIds),
    ikeVersions: each(({ ikeVersions }) => ikeVersions),
    tags: each(({ tags }) => tags),
  };
}

function eachOnce(values: (string | null)[]): string[] {
  return [...new Set(values)]
    .filter((value) => value !== null)
    .toSorted()
    .slice(0, MAX_SUGGESTIONS + 1);
}
