import type { GatewayKind } from "@/lib/vpn/gateway-kinds";
import type { ListedGateway } from "@/lib/vpn/gateway-list";
import type { GatewayParameters } from "@/lib/vpn/gateway-parameters";
import { ranked, type Search } from "@/lib/vpn/searcher";
import { sortedBy } from "@/lib/vpn/sorted-by";
import { type Counts, VERDICTS } from "@/lib/vpn/types";

export type GatewaySelection<Gateway> = {
  /** All that the question finds, in order. */
  found: Gateway[];
  /** How many of those that it finds but for `status` have a connection of each verdict. */
  statusCounts: Counts;
};

/**
 * What a question finds of these gateways. Without an order a search ranks its results, and otherwise what
 * is wrong comes first; ties go by id.
 */
export function selectGateways<Gateway extends ListedGateway>(
  kind: GatewayKind<Gateway>,
  gateways: Gateway[],
  parameters: GatewayParameters,
  now: number,
): GatewaySelection<Gateway> {
  const { q, status } = parameters;
  const ordered = inOrder(kind, gateways.filter(matcher(kind, parameters)), parameters, now);
  const matching =
    q === null ? ordered : searched(ordered, kind.searcher.createSearch(q), parameters);
  const found =
    status.length === 0
      ? matching
      : matching.filter(({ counts }) => status.some((verdict) => counts[verdict] > 0));
  return { found, statusCounts: statusCountsOf(matching) };
}

/** An order that is asked for is kept. */
function searched<Gateway>(
  gateways: Gateway[],
  search: Search<Gateway>,
  { sort }: GatewayParameters,
): Gateway[] {
  if (sort === null) return ranked(gateways, search);
  return gateways.filter((gateway) => search.rankOf(gateway) !== null);
}

function matcher<Gateway extends ListedGateway>(
  { vpcIdOf }: GatewayKind<Gateway>,
  { vpcId, resourceGroupId, tag }: GatewayParameters,
): (gateway: Gateway) => boolean {
  return (gateway) =>
    (vpcId === null || vpcIdOf(gateway) === vpcId) &&
    (resourceGroupId === null || gateway.resourceGroupId === resourceGroupId) &&
    tag.every((wanted) => gateway.tags.some(({ key, value }) => `${key}:${value}` === wanted));
}

function inOrder<Gateway extends ListedGateway>(
  { sortKeys, idOf }: GatewayKind<Gateway>,
  gateways: Gateway[],
  { sort }: GatewayParameters,
  now: number,
): Gateway[] {
  const isDescending = sort?.startsWith("-") ?? false;
  const key = sortKeys.get(sort?.replace("-", "") ?? "verdict");
  if (key === undefined) return gateways;
  const compareIds = (one: Gateway, other: Gateway) => (idOf(one) < idOf(other) ? -1 : 1);
  return sortedBy(gateways, (gateway) => key(gateway, now), isDescending, compareIds);
}

function statusCountsOf(gateways: ListedGateway[]): Counts {
  const sum: Counts = { up: 0, degraded: 0, down: 0, unknown: 0 };
  for (const { counts } of gateways) {
    for (const verdict of VERDICTS) if (counts[verdict] > 0) sum[verdict] += 1;
  }
  return sum;
}
