import "server-only";
import type { User } from "@/lib/server/auth/user";
import { type RegionStatus, readAllRegions } from "@/lib/server/inventory/all-regions";
import { lastGateways } from "@/lib/server/inventory/gateway-lists";
import { lookUpId } from "@/lib/server/inventory/id-lookup";
import { selectOnce } from "@/lib/server/inventory/selections";
import { ALL_REGIONS_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import { exactThings } from "@/lib/vpn/exact-things";
import { listParametersOf, MAX_SEARCH_LENGTH, NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { Found, Thing } from "@/lib/vpn/search-target";

/** What the user may see of what they look for, in all regions. Throws VpcApiError. */
export async function findEverywhere(text: string, user: User): Promise<Found> {
  const regions = await readAllRegions(user, ALL_REGIONS_TIMEOUT_MS, true);
  const isWhole = regions.every(({ snapshot }) => snapshot !== null);
  const exact = regions.flatMap((one) => exactThingsOf(one, text, user));
  if (exact.length > 0) return { exact, only: null, isWhole };
  const only = onlyConnection(regions, text, user);
  if (only !== null) return { exact, only, isWhole };
  // A gateway without connections, whose region has not told its gateways yet.
  return { exact: await lookedUp(text, user), only, isWhole };
}

function exactThingsOf({ region, snapshot }: RegionStatus, text: string, user: User): Thing[] {
  const { regionId } = region;
  const connections = snapshot?.vpnConnections ?? [];
  const { vpnGateways, customerGateways } = lastGateways(regionId);
  const used = new Set(
    connections.flatMap(({ vpnGatewayId, customerGatewayIds }) => [
      vpnGatewayId,
      ...customerGatewayIds,
    ]),
  );
  const seenOf = <Gateway>(gateways: ReadonlyMap<string, Gateway>) =>
    [...gateways]
      .filter(
        ([id]) => user.scopeOf(regionId) === "all" || used.has(id) || user.isNamed(regionId, id),
      )
      .map(([, gateway]) => gateway);
  return exactThings(text, {
    regionId,
    connections,
    vpnGateways: seenOf(vpnGateways),
    customerGateways: seenOf(customerGateways),
  });
}

/** The one that the list would show. What has catch-all subnets comes last there, and does not count. */
function onlyConnection(regions: RegionStatus[], text: string, user: User): Thing | null {
  const parameters = { ...listParametersOf(NO_PARAMETERS), q: text.slice(0, MAX_SEARCH_LENGTH) };
  const snapshots = regions.flatMap(({ snapshot }) => snapshot ?? []);
  const list = selectOnce(snapshots, parameters, user);
  const [connection, another] = list.vpnConnections;
  const [match, next] = list.matches ?? [];
  if (connection === undefined || match?.isCatchAll === true) return null;
  if (another !== undefined && next?.isCatchAll !== true) return null;
  const { regionId, vpnConnectionId: id } = connection;
  return { kind: "vpnConnection", regionId, id };
}

async function lookedUp(id: string, user: User): Promise<Thing[]> {
  const lookup = await lookUpId(id, user);
  if (lookup.kind === "noId") return [];
  const { kind, found } = lookup;
  return found.map(({ regionId }) => ({ kind, regionId, id }));
}
