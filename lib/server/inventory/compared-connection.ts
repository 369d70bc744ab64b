import "server-only";
import type { User } from "@/lib/server/auth/user";
import { readAllRegions } from "@/lib/server/inventory/all-regions";
import { lookUpId } from "@/lib/server/inventory/id-lookup";
import { getVpnConnection } from "@/lib/server/inventory/vpn-connections";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type { ComparedWith } from "@/lib/vpn/compared-with";
import type { Read } from "@/lib/vpn/gateways";
import { UPSTREAM_CODES } from "@/lib/vpn/problem";
import type { VpnConnection } from "@/lib/vpn/types";

/**
 * The connection that one is compared with, by its id or by a name that it alone has; null where none is asked for.
 * Throws ParameterError or VpcApiError.
 */
export async function comparedConnection(
  regionId: string,
  { with: asked, withRegionId }: ComparedWith,
  user: User,
): Promise<Read<VpnConnection> | null> {
  if (asked === null) return null;
  try {
    return await getVpnConnection(withRegionId ?? regionId, asked, user);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    if (error.parameter === "regionId") throw new ParameterError("withRegionId", error.reason);
    const place = await placeOf(asked, withRegionId, user);
    if (place !== null) return getVpnConnection(place.regionId, place.vpnConnectionId, user);
    if (!CONNECTION_ID.test(asked)) throw new ParameterError("with", "malformed");
    const reason = withRegionId === null ? "unknownToAllRegions" : "unknownVpnConnection";
    throw new ParameterError("with", reason);
  }
}

/** How long a page waits for regions that may have a connection of this name. */
const NAMES_WAIT_MS = 3_000;
const CONNECTION_ID = /^vco-[\w.*-]+$/;

type Place = Pick<VpnConnection, "regionId" | "vpnConnectionId">;

/** Where an id is, or the only connection of a name among those that have been read; null where there is none. */
async function placeOf(asked: string, regionId: string | null, user: User): Promise<Place | null> {
  if (CONNECTION_ID.test(asked)) {
    const lookUp = regionId === null ? await lookUpId(asked, user) : null;
    if (lookUp === null || lookUp.kind === "noId") return null;
    const [found] = lookUp.found;
    const [failed] = lookUp.failed;
    // It may be in the region that could not be read.
    if (found === undefined && failed !== undefined) {
      const code = UPSTREAM_CODES.find((one) => one === failed.problemCode);
      throw new VpcApiError(code ?? "internal");
    }
    return found === undefined ? null : { regionId: found.regionId, vpnConnectionId: asked };
  }
  const statuses = await readAllRegions(user, NAMES_WAIT_MS);
  const named = statuses
    .flatMap(({ snapshot }) => snapshot?.vpnConnections ?? [])
    .filter((one) => one.name === asked && one.regionId === (regionId ?? one.regionId));
  return named.length === 1 ? (named[0] ?? null) : null;
}
