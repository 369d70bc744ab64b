import "server-only";
import { randomUUID } from "node:crypto";
import { setImmediate as otherWork } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { Standing, StandingOf } from "@/lib/server/history/standing";
import { type GatewaysById, lastGateways } from "@/lib/server/inventory/gateway-lists";
import { areSameSecrets } from "@/lib/server/vpc-api/secret-fingerprints";
import { prepareForSearch } from "@/lib/vpn/search";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { VpnConnection } from "@/lib/vpn/types";

/** Connections completed in one go, which takes a few milliseconds: requests come in between. */
const PORTION = 250;

/**
 * The snapshot of what has been read, or the one before with new names: connections with the names of their
 * gateways, as these were last read, and what history tells of them. Where nothing has changed since the snapshot
 * before, it has the same version and connections.
 */
export async function completeSnapshot(
  read: Omit<RegionSnapshot, "version">,
  before: RegionSnapshot | null,
  standingOf: StandingOf,
): Promise<RegionSnapshot> {
  const gateways = lastGateways(read.regionId);
  const known = new Map(before?.vpnConnections.map((one) => [one.vpnConnectionId, one]));
  const vpnConnections: VpnConnection[] = [];
  for (const [index, connection] of read.vpnConnections.entries()) {
    if (index % PORTION === PORTION - 1) await otherWork();
    const { vpnConnectionId } = connection;
    const standing = standingOf(vpnConnectionId);
    vpnConnections.push(completed(connection, known.get(vpnConnectionId), standing, gateways));
  }
  const snapshot = { ...read, vpnConnections };
  return before !== null && isEqual(before, snapshot)
    ? { ...before, requestId: read.requestId, fetchedAt: read.fetchedAt }
    : { ...snapshot, version: randomUUID() };
}

/** By the connection as the API sent it, which stays the same object while its page says the same. */
const completions = defineSingleton(
  "completions",
  () => new WeakMap<VpnConnection, VpnConnection>(),
);

/**
 * The connection with its names and with what history tells of it: the one of the snapshot before
 * where that says the same, though something else on its page has changed or moved.
 */
function completed(
  connection: VpnConnection,
  before: VpnConnection | undefined,
  standing: Standing,
  gateways: GatewaysById,
): VpnConnection {
  const names = namesOf(connection, gateways);
  const last = connection === before ? before : completions().get(connection);
  if (last !== undefined && hasStanding(last, standing) && hasNames(last, names)) return last;
  const fresh = { ...connection, ...standing, ...names };
  const isSame =
    before !== undefined &&
    before !== connection &&
    haveSameSecrets(before, fresh) &&
    isDeepStrictEqual(before, fresh);
  const complete = isSame ? before : fresh;
  prepareForSearch(complete);
  completions().set(connection, complete);
  return complete;
}

/** What is known of a key hangs on the object that stands for it, which looks the same for any key. */
function haveSameSecrets(before: VpnConnection, after: VpnConnection): boolean {
  return after.tunnels.every(({ ikeConfig }, index) =>
    areSameSecrets(before.tunnels[index]?.ikeConfig.psk, ikeConfig.psk),
  );
}

function hasStanding(connection: VpnConnection, standing: Standing): boolean {
  return (
    connection.verdictSince === standing.verdictSince &&
    connection.verdictSinceExact === standing.verdictSinceExact &&
    connection.changesIn24Hours === standing.changesIn24Hours &&
    connection.flapping === standing.flapping
  );
}

type Names = Pick<VpnConnection, "vpnGatewayName" | "vpcId" | "customerGatewayNames">;

function namesOf(
  { vpnGatewayId, customerGatewayIds }: VpnConnection,
  { vpnGateways, customerGateways }: GatewaysById,
): Names {
  const vpnGateway = vpnGateways.get(vpnGatewayId ?? "");
  return {
    vpnGatewayName: vpnGateway?.name ?? null,
    vpcId: vpnGateway?.vpcId ?? null,
    customerGatewayNames: customerGatewayIds.map((id) => customerGateways.get(id)?.name ?? null),
  };
}

function hasNames(connection: VpnConnection, names: Names): boolean {
  return (
    connection.vpnGatewayName === names.vpnGatewayName &&
    connection.vpcId === names.vpcId &&
    connection.customerGatewayNames.every(
      (name, index) => name === names.customerGatewayNames[index],
    )
  );
}

function isEqual(
  before: RegionSnapshot,
  { vpnConnections, unreadable }: Pick<RegionSnapshot, "vpnConnections" | "unreadable">,
): boolean {
  return (
    before.vpnConnections.length === vpnConnections.length &&
    before.vpnConnections.every((one, index) => one === vpnConnections[index]) &&
    JSON.stringify(before.unreadable) === JSON.stringify(unreadable)
  );
}
