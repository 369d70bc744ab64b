import "server-only";
import { randomUUID } from "node:crypto";
import { setImmediate as otherWork } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { type GatewaysById, lastGateways } from "@/lib/server/inventory/gateway-lists";
import { recordRead } from "@/lib/server/history/recorder";
import { type Standing, standingOf } from "@/lib/server/history/standing";
import { describeAllVpnConnections } from "@/lib/server/vpc-api/vpn-connections";
import { prepareForSearch } from "@/lib/vpn/search";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { VpnConnection } from "@/lib/vpn/types";

/** Connections completed in one go, which takes a few milliseconds: requests come in between. */
const PORTION = 250;

/**
 * Reads a region whole, with the names of its gateways as far as they are known. Where nothing has changed
 * since the snapshot before, the new one has the same version and the same connections. Throws VpcApiError.
 */
export async function readSnapshot(
  regionId: string,
  before: RegionSnapshot | null,
  /** The code of the problem with the reads since then, if any failed. */
  reason: string | null = null,
): Promise<RegionSnapshot> {
  const known = new Map(before?.vpnConnections.map((one) => [one.vpnConnectionId, one]));
  const read = await describeAllVpnConnections(regionId, new Set(known.keys()));
  const { vpnConnections: connections, fetchedAt: at } = read;
  const history = await recordRead({ regionId, at, connections }, reason);
  const gateways = lastGateways(regionId);
  const vpnConnections = await mapInPortions(read.vpnConnections, (connection) => {
    const { vpnConnectionId } = connection;
    const standing = standingOf(history, vpnConnectionId, read.fetchedAt);
    return completed(connection, known.get(vpnConnectionId), standing, gateways);
  });
  const snapshot = { ...read, vpnConnections };
  return before !== null && isEqual(before, snapshot)
    ? { ...before, requestId: read.requestId, fetchedAt: read.fetchedAt }
    : { ...snapshot, version: randomUUID() };
}

/** The same snapshot with the names of its gateways as they are known now; itself where it has them already. */
export async function withNames(
  regionId: string,
  snapshot: RegionSnapshot,
): Promise<RegionSnapshot> {
  const gateways = lastGateways(regionId);
  const vpnConnections = await mapInPortions(snapshot.vpnConnections, (connection) => {
    const names = namesOf(connection, gateways);
    if (hasNames(connection, names)) return connection;
    const named = { ...connection, ...names };
    prepareForSearch(named);
    return named;
  });
  const isSame = vpnConnections.every((one, index) => one === snapshot.vpnConnections[index]);
  return isSame ? snapshot : { ...snapshot, vpnConnections, version: randomUUID() };
}

async function mapInPortions(
  connections: VpnConnection[],
  complete: (connection: VpnConnection) => VpnConnection,
): Promise<VpnConnection[]> {
  const all: VpnConnection[] = [];
  for (const [index, connection] of connections.entries()) {
    if (index % PORTION === PORTION - 1) await otherWork();
    all.push(complete(connection));
  }
  return all;
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
  const last = completions().get(connection);
  if (last !== undefined && hasStanding(last, standing) && hasNames(last, names)) return last;
  const fresh = { ...connection, ...standing, ...names };
  const complete = before !== undefined && isDeepStrictEqual(before, fresh) ? before : fresh;
  prepareForSearch(complete);
  completions().set(connection, complete);
  return complete;
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
