import "server-only";
import type { User } from "@/lib/server/auth/user";
import { readAllRegions } from "@/lib/server/inventory/all-regions";
import { defineDerived } from "@/lib/server/inventory/derived";
import { comparedConnection } from "@/lib/server/inventory/compared-connection";
import { getVpnConnection } from "@/lib/server/inventory/vpn-connections";
import type { ComparedWith } from "@/lib/vpn/compared-with";
import { type Compared, type Comparison, differencesOf } from "@/lib/vpn/comparison";
import { suggestionsOf } from "@/lib/vpn/compared-suggestions";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
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
    comparedConnection(regionId, compared, user),
  ]);
  const fetchedAt = Math.min(connection.fetchedAt, other?.fetchedAt ?? Infinity);
  const statuses = await readAllRegions(user);
  const snapshots = statuses.flatMap(({ snapshot }) => snapshot ?? []);
  const usual = await usualOf(connection, snapshots, snapshots.length === statuses.length, user);
  const comparison = { ...differencesOf(connection, other), usual, fetchedAt };
  const all = snapshots.flatMap(({ vpnConnections }) => vpnConnections);
  return { connection, other, comparison, suggestions: suggestionsOf(connection, all) };
}

async function usualOf(
  connection: VpnConnection,
  snapshots: RegionSnapshot[],
  isComplete: boolean,
  user: User,
): Promise<Comparison["usual"]> {
  const usual = await usualFields({ key: user.scopeKey, snapshots });
  const unusual = unusualOf(connection, usual);
  return (
    unusual && {
      connectionCount: usual.connectionCount,
      isComplete,
      unusual,
    }
  );
}
