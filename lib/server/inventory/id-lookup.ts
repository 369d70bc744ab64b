import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { User } from "@/lib/server/auth/user";
import {
  CUSTOMER_GATEWAYS,
  findGateway,
  type Kind,
  usedGatewayIds,
  VPN_GATEWAYS,
} from "@/lib/server/inventory/gateways";
import { listRegions } from "@/lib/server/inventory/regions";
import { currentSnapshot, visiblePart } from "@/lib/server/inventory/snapshots";
import { isVpcApiError, VpcApiError } from "@/lib/server/vpc-api/errors";
import type { FailedRegion, IdKind, IdLookup } from "@/lib/vpn/id-lookup";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";
import type { Region } from "@/lib/vpn/types";

/** Once an id is found, how long the other regions still have to say that they have it too. */
const GRACE_MS = 1_000;

const BY_PREFIX = new Map<string, IdKind>([
  ["vco", "vpnConnection"],
  ["vpn", "vpnGateway"],
  ["cgw", "customerGateway"],
]);

/** Whether a region has the id, as far as the user may see it. Throws VpcApiError. */
type HasId = (regionId: string, id: string, user: User) => Promise<boolean>;

const HAS_ID: Record<IdKind, HasId> = {
  vpnConnection: hasConnection,
  vpnGateway: (...asked) => hasGateway(VPN_GATEWAYS, ...asked),
  customerGateway: (...asked) => hasGateway(CUSTOMER_GATEWAYS, ...asked),
};

/** Looks an id up in all regions that the user sees. Throws VpcApiError where there are no regions to be had. */
export async function lookUpId(id: string, user: User): Promise<IdLookup> {
  const kind = BY_PREFIX.get(/^([a-z]+)-./.exec(id)?.[1] ?? "");
  if (kind === undefined || !RESOURCE_ID.test(id)) return { kind: "noId", id };
  const regions = await listRegions(user);
  const found = new Set<Region>();
  const failed: FailedRegion[] = [];
  let tellFound: () => void;
  const firstFound = new Promise<void>((resolve) => {
    tellFound = resolve;
  });
  const lookUpIn = async (region: Region) => {
    try {
      if (!(await HAS_ID[kind](region.regionId, id, user))) return;
      found.add(region);
      tellFound();
    } catch (error) {
      const problemCode = isVpcApiError(error) ? error.code : "internal";
      // A region that is not available to the account has no such thing.
      if (problemCode !== "not_found") failed.push({ region, problemCode });
    }
  };
  await Promise.race([
    Promise.all(regions.map(lookUpIn)),
    firstFound.then(() => sleep(GRACE_MS, undefined, { ref: false })),
  ]);
  // What could not be asked matters only as long as it might be there.
  const order = (one: FailedRegion, other: FailedRegion) =>
    regions.indexOf(one.region) - regions.indexOf(other.region);
  return {
    kind,
    id,
    found: regions.filter((region) => found.has(region)),
    failed: found.size > 0 ? [] : failed.toSorted(order),
  };
}

async function hasConnection(regionId: string, id: string, user: User): Promise<boolean> {
  // Not visibleSnapshot, which waits for names.
  const { answer, failure } = await currentSnapshot(regionId);
  const { vpnConnections, unreadable } = visiblePart(answer, user);
  if (vpnConnections.some(({ vpnConnectionId }) => vpnConnectionId === id)) return true;
  // An old snapshot, or what could not be read, does not tell that it is not there.
  if (failure !== null) throw failure;
  if (unreadable.length > 0) throw new VpcApiError("bad_answer");
  return false;
}

/** Where the list of gateways cannot be had, a connection that uses the gateway shows that it is there. */
async function hasGateway<Gateway extends object>(
  kind: Kind<Gateway>,
  regionId: string,
  id: string,
  user: User,
): Promise<boolean> {
  try {
    return (await findGateway(kind, regionId, id, user)) !== null;
  } catch (error) {
    const used = await usedGatewayIds(regionId, user).catch(() => null);
    if (used?.has(id) === true) return true;
    // One that no connection uses may still be there.
    throw error;
  }
}
