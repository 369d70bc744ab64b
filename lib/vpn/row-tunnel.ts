import type { VpnTunnel } from "@/lib/vpn/types";

/** As much of a tunnel as its mark and its words need. */
export type RowTunnel = Pick<
  VpnTunnel,
  "tunnelIndex" | "role" | "rawRole" | "status" | "rawStatus" | "state"
>;

export function toRowTunnel(tunnel: VpnTunnel): RowTunnel {
  const { tunnelIndex, role, rawRole, status, rawStatus, state } = tunnel;
  return { tunnelIndex, role, rawRole, status, rawStatus, state };
}
