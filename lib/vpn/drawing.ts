import { MAX_DRAWN } from "@/lib/vpn/list-scope";
import { isDown, tunnelCondition } from "@/lib/vpn/status";
import type { Counts, VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** What a gateway's drawing shows one by one, and how many it only counts. */
export type Drawn = {
  connections: VpnConnection[];
  /** Not up, and more than a page of the list holds. */
  rest: number;
  /** Drawn as a group, which opens. */
  up: number;
};

/** All of a few; of many those that need a look. The connections come worst first. */
export function drawnOf(connections: VpnConnection[], counts: Counts): Drawn {
  const { up, down, degraded, unknown } = counts;
  if (up + down + degraded + unknown <= MAX_DRAWN) return { connections, rest: 0, up: 0 };
  const troubled = connections.filter(({ verdict }) => verdict !== "up");
  return { connections: troubled, rest: down + degraded + unknown - troubled.length, up };
}

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
