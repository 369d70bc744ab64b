import "server-only";
import type { User } from "@/lib/server/auth/user";
import { readAllRegions } from "@/lib/server/inventory/all-regions";
import { defineDerived } from "@/lib/server/inventory/derived";
import { lookUpId } from "@/lib/server/inventory/id-lookup";
import { getVpnConnection } from "@/lib/server/inventory/vpn-connections";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import type { ComparedWith } from "@/lib/vpn/compared-with";
import { type Compared, type Comparison, differencesOf } from "@/lib/vpn/comparison";
import type { Read } from "@/lib/vpn/gateways";
import type { VpnConnection } from "@/lib/vpn/types";
import { findUsual, unusualOf } from "@/lib/vpn/usual-fields";

const usualFields = defineDerived("usualFields", findUsual);

/**
 * A connection beside another or its tunnels beside each other, and in what it differs from what most
 * connections have that the user sees and that have been read. Throws ParameterError or VpcApiError.
 */
export async function compareVpnConnection(
  regionId: string,
  vpnConnectionId: string,
  compared: ComparedWith,
  user: User,
): Promise<Compared> {
  const [connection, other] = await Promise.all([
    getVpnConnection(regionId, vpnConnectionId, user),
    otherOf(regionId, compared, user),
  ]);
  const fetchedAt = Math.min(connection.fetchedAt, other?.fetchedAt ?? Infinity);
  const usual = await usualOf(connection, user);
  const comparison = { ...differencesOf(connection, other), usual, fetchedAt };
  return { connection, other, comparison };
}

async function otherOf(
  regionId: string,
  { with: id, withRegionId }: ComparedWith,
  user: User,
): Promise<Read<VpnConnection> | null> {
  if (id === null) return null;
  try {
    return await getVpnConnection(withRegionId ?? regionId, id, user);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const elsewhere = withRegionId === null ? await regionOf(id, user) : null;
    if (elsewhere !== null) return getVpnConnection(elsewhere, id, user);
    const isOfRegion = error.parameter === "regionId";
    throw new ParameterError(isOfRegion ? "withRegionId" : "with", error.reason);
  }
}

async function regionOf(id: string, user: User): Promise<string | null> {
  const lookUp = await lookUpId(id, user);
  if (lookUp.kind !== "vpnConnection") return null;
  return lookUp.found[0]?.regionId ?? null;
}

async function usualOf(connection: VpnConnection, user: User): Promise<Comparison["usual"]> {
  const statuses = await readAllRegions(user);
  const snapshots = statuses.flatMap(({ snapshot }) => snapshot ?? []);
  const usual = await usualFields({ key: user.scopeKey, snapshots });
  const unusual = unusualOf(connection, usual);
  return (
    unusual && {
      connectionCount: usual.connectionCount,
      isComplete: snapshots.length === statuses.length,
      unusual,
    }
  );
}
