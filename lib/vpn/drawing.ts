import { isDown, tunnelCondition } from "@/lib/vpn/status";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** Tunnels of a connection that end at the same customer gateway, which is drawn once for them. */
export type TunnelEnd = {
  customerGatewayId: string | null;
  tunnels: { tunnel: VpnTunnel; number: number }[];
};

/** Tunnels keep their order; one that names no customer gateway ends at the connection's only one. */
export function tunnelEnds({ tunnels, customerGatewayIds }: VpnConnection): TunnelEnd[] {
  const only = customerGatewayIds.length === 1 ? (customerGatewayIds[0] ?? null) : null;
  const ends: TunnelEnd[] = [];
  for (const [index, tunnel] of tunnels.entries()) {
    const customerGatewayId = tunnel.customerGatewayId ?? only;
    const last = ends.at(-1);
    const placed = { tunnel, number: index + 1 };
    if (last?.customerGatewayId === customerGatewayId) last.tunnels.push(placed);
    else ends.push({ customerGatewayId, tunnels: [placed] });
  }
  return ends;
}

/** All of a connection's tunnels at one box, on the side that they share. */
export function allTunnels({ tunnels }: VpnConnection): TunnelEnd {
  return {
    customerGatewayId: null,
    tunnels: tunnels.map((tunnel, index) => ({ tunnel, number: index + 1 })),
  };
}

/** How a tunnel's line looks: three ways for a line that carries nothing, since each has another cure. */
export type LineState = "up" | "changing" | "down" | "unknown";

export function lineStateOf(tunnel: VpnTunnel): LineState {
  const condition = tunnelCondition(tunnel);
  if (condition === "up" || condition === "changing") return condition;
  return isDown(condition) ? "down" : "unknown";
}

/** The networks of many connections, each once. */
export function allSubnets(
  connections: VpnConnection[],
  side: "localSubnets" | "remoteSubnets",
): string[] {
  return [...new Set(connections.flatMap((connection) => connection[side]))];
}
