import "server-only";
import type { User } from "@/lib/server/auth/user";
import { readConnectionHistory } from "@/lib/server/history/connection-history";
import { notRecording } from "@/lib/server/history/store";
import { requireRegion } from "@/lib/server/inventory/regions";
import { getVpnConnection } from "@/lib/server/inventory/vpn-connections";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { type History, type Interval, RANGE_MS, type Range } from "@/lib/vpn/history";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { availabilityOf } from "@/lib/vpn/timeline";

/**
 * What a connection has been through. One that has been deleted is known as long as its history is kept.
 * Throws ParameterError, HistoryError, and VpcApiError where history does not know it and neither does
 * anybody else.
 */
export async function getConnectionHistory(
  regionId: string,
  vpnConnectionId: string,
  range: Range,
  user: User,
): Promise<History> {
  await requireRegion(regionId, user);
  if (!RESOURCE_ID.test(vpnConnectionId)) throw new ParameterError("vpnConnectionId", "malformed");
  const now = Date.now();
  const known = await readConnectionHistory({ regionId, vpnConnectionId }, range, user, now);
  if (known !== null) return known;
  const { tunnels } = await getVpnConnection(regionId, vpnConnectionId, user);
  const span = { from: now - RANGE_MS[range], to: now };
  const nothing: Interval[] = [{ state: "no_data", ...span }];
  const failure = notRecording();
  return {
    range,
    ...span,
    connection: nothing,
    tunnels: tunnels.map(({ tunnelId }, index) => {
      return { tunnel: index + 1, tunnelId, intervals: nothing };
    }),
    availability: availabilityOf(nothing, span),
    flapping: false,
    events: [],
    ...(failure !== null && { notRecording: failure }),
  };
}
