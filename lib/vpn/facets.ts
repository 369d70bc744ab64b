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

/** A browser's list of suggestions gains nothing from more. */
const MAX_VALUES = 200;

export function facetsOf(connections: VpnConnection[]): Facets {
  const each = (valuesOf: (connection: VpnConnection) => (string | null)[]) =>
    [...new Set(connections.flatMap(valuesOf))]
      .filter((value) => value !== null)
      .toSorted()
      .slice(0, MAX_VALUES);
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
