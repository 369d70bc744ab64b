import "server-only";
import type { User } from "@/lib/server/auth/user";
import { notRecording } from "@/lib/server/database/store";
import { readTimelines } from "@/lib/server/history/timelines";
import { soonRecorded } from "@/lib/server/inventory/connection-history";
import { requireRegion } from "@/lib/server/inventory/regions";
import { DAY_MS, type GatewayHistory } from "@/lib/vpn/history";
import type { VpnConnection } from "@/lib/vpn/types";

/** The last 24 hours of a gateway's connections, as the user has got them. Throws ParameterError, DatabaseError. */
export async function getGatewayHistory(
  regionId: string,
  connections: VpnConnection[],
  user: User,
): Promise<GatewayHistory> {
  await requireRegion(regionId, user);
  await soonRecorded();
  const to = Date.now();
  const span = { from: to - DAY_MS, to };
  const visible = connections.filter((connection) => user.mayReadConnection(connection));
  const read = await readTimelines(regionId, visible, span);
  const failure = notRecording();
  return {
    ...span,
    ...read,
    ...(failure !== null && { notRecording: failure }),
  };
}
