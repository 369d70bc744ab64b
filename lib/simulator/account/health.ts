import { established } from "./sa-status";
import type { VpnConnection } from "./wire";

export function tunnelsOf(connection: VpnConnection) {
  return connection.TunnelOptionsSpecification?.TunnelOptions ?? [];
}

/** The SA states that count: the tunnels', or the connection's own when it has none. */
export function statusesOf(connection: VpnConnection): (string | undefined)[] {
  const tunnels = tunnelsOf(connection);
  return tunnels.length > 0 ? tunnels.map(({ Status }) => Status) : [connection.Status];
}

/** The outcome, read back from the wire as a client would. */
export function healthOf(connection: VpnConnection): string {
  const statuses = statusesOf(connection);
  const up = statuses.filter((status) => status === established).length;
  if (up > 0) return up === statuses.length ? "up" : "degraded";
  return statuses.every((status) => !status) ? "never" : "down";
}
