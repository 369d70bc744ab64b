import "server-only";
import type { User } from "@/lib/server/auth/user";
import { readAllRegions, type RegionStatus } from "@/lib/server/inventory/all-regions";
import { defineDerived } from "@/lib/server/inventory/derived";
import { readingOf, toRegionState } from "@/lib/server/inventory/overview";
import { requireRegion } from "@/lib/server/inventory/regions";
import type {
  SubnetList,
  SubnetLookUp,
  SubnetParameters,
  SubnetScope,
} from "@/lib/vpn/subnet-list";
import { mapSubnets } from "@/lib/vpn/subnet-map";
import { carrierOf, carriersOf, rowOf } from "@/lib/vpn/subnet-rows";
import { selectSubnets } from "@/lib/vpn/subnet-selection";
import type { Carrier, MappedSubnet } from "@/lib/vpn/subnet-types";
import type { VpnConnection } from "@/lib/vpn/types";

/** How long a file may take to be whole. */
const DOWNLOAD_WAIT_MS = 20_000;
/** Of a network that thousands have, such as 0.0.0.0/0, a page shows the first ones. */
const MAX_CARRIERS = 100;
const MAX_UNREADABLE = 100;

const subnetMap = defineDerived("subnetMaps", mapSubnets);

/** All that a question finds; how it is written is the file's business. */
export type WholeSubnets = Omit<
  SubnetList,
  "subnets" | "unreadable" | "pageNumber" | "pageSize"
> & {
  subnets: MappedSubnet[];
  unreadable: Carrier[];
};

/**
 * One page of the networks of all connections that the user sees, of what has been read at most `waitMs`
 * from now; the regions tell what is missing. Throws ParameterError or VpcApiError.
 */
export async function listSubnets(
  parameters: SubnetParameters,
  user: User,
  waitMs = 0,
): Promise<SubnetList> {
  const { subnets, unreadable, lookUp, ...whole } = await readSubnets(parameters, user, waitMs);
  const { pageNumber, pageSize } = parameters;
  const page = subnets.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  return {
    subnets: page.map((subnet) => withCarriers(subnet, lookUp)),
    pageNumber,
    pageSize,
    lookUp,
    unreadable: unreadable.slice(0, MAX_UNREADABLE).map(carrierOf),
    ...whole,
  };
}

const withCarriers = (subnet: MappedSubnet, lookUp: SubnetLookUp | null) => ({
  ...rowOf(subnet, lookUp),
  carriers: carriersOf(subnet, MAX_CARRIERS),
});

/** All that the question finds. Throws ParameterError or VpcApiError. */
export function allSubnets(parameters: SubnetParameters, user: User): Promise<WholeSubnets> {
  return readSubnets(parameters, user, DOWNLOAD_WAIT_MS);
}

async function readSubnets(
  parameters: SubnetParameters,
  user: User,
  waitMs: number,
): Promise<WholeSubnets> {
  const { regionId, vpnGatewayId, customerGatewayId } = parameters;
  if (regionId !== null) await requireRegion(regionId, user);
  const statuses = await readAllRegions(user, waitMs, true, regionId);
  const snapshots = statuses.flatMap(({ snapshot }) => snapshot ?? []);
  const isWhole = vpnGatewayId === null && customerGatewayId === null;
  const map = await subnetMap({
    key: JSON.stringify([user.scopeKey, regionId, vpnGatewayId, customerGatewayId]),
    snapshots,
    isWanted: isWhole ? undefined : (connection) => isOf(connection, parameters),
  });
  const { subnets, counts, lookUp } = selectSubnets(map, parameters);
  return {
    subnets,
    counts,
    lookUp,
    totalCount: subnets.length,
    unreadable: map.unreadable,
    unreadableCount: map.unreadable.length,
    ...(await readStateOf(statuses)),
  };
}

async function readStateOf(statuses: RegionStatus[]) {
  return {
    fetchedAt: Math.min(
      Date.now(),
      ...statuses.flatMap(({ snapshot }) => snapshot?.fetchedAt ?? []),
    ),
    regions: await Promise.all(statuses.map(toRegionState)),
    reading: readingOf(statuses),
  };
}

function isOf(
  connection: VpnConnection,
  { vpnGatewayId, customerGatewayId }: SubnetScope,
): boolean {
  return (
    (vpnGatewayId === null || connection.vpnGatewayId === vpnGatewayId) &&
    (customerGatewayId === null || connection.customerGatewayIds.includes(customerGatewayId))
  );
}
