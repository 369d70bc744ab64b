import "server-only";
import type { User } from "@/lib/server/auth/user";
import { readConnectionHistory } from "@/lib/server/history/connection-history";
import { untilRecorded } from "@/lib/server/history/recorder";
import { notRecording } from "@/lib/server/database/store";
import { requireRegion } from "@/lib/server/inventory/regions";
import { getVpnConnection } from "@/lib/server/inventory/vpn-connections";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { type History, type Interval, RANGE_MS, type Range } from "@/lib/vpn/history";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { availabilityOf } from "@/lib/vpn/timeline";
import type { VpnConnection } from "@/lib/vpn/types";
import { withTimeout } from "@/lib/server/runtime/with-timeout";

/**
 * What a connection has been through. One that has been deleted is known as long as its history is kept.
 * Throws ParameterError, DatabaseError, and VpcApiError where history does not know it and neither does
 * anybody else.
 */
export async function getConnectionHistory(
  regionId: string,
  vpnConnectionId: string,
  range: Range,
  user: User,
): Promise<History> {
  const known = await findConnectionHistory(regionId, vpnConnectionId, range, user);
  return known ?? unseenHistory(await getVpnConnection(regionId, vpnConnectionId, user), range);
}

/** The same without a call of Alibaba: null where history does not know it. Throws ParameterError, DatabaseError. */
export async function findConnectionHistory(
  regionId: string,
  vpnConnectionId: string,
  range: Range,
  user: User,
): Promise<History | null> {
  await requireRegion(regionId, user);
  if (!RESOURCE_ID.test(vpnConnectionId)) throw new ParameterError("vpnConnectionId", "malformed");
  await soonRecorded();
  return readConnectionHistory({ regionId, vpnConnectionId }, range, user, Date.now());
}

/** How long a question waits for what was just read to be written, so that both tell the same. */
const RECORDED_MS = 250;

export function soonRecorded(): Promise<void> {
  return withTimeout(untilRecorded(), RECORDED_MS);
}

/** Of a connection that no whole read of its region has shown yet. */
export function unseenHistory({ name, tunnels }: VpnConnection, range: Range): History {
  const now = Date.now();
  const span = { from: now - RANGE_MS[range], to: now };
  const nothing: Interval[] = [{ state: "no_data", ...span }];
  const failure = notRecording();
  return {
    range,
    ...span,
    name,
    firstSeenAt: null,
    deletedAt: null,
    connection: nothing,
    tunnels: tunnels.map(({ tunnelId }, index) => {
      return { tunnel: index + 1, tunnelId, intervals: nothing };
    }),
    gaps: [],
    availability: availabilityOf(nothing, span),
    flapping: false,
    events: [],
    ...(failure !== null && { notRecording: failure }),
  };
}
