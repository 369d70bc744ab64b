import {
  type Counts,
  IPSEC_STATUSES,
  type IpsecStatus,
  type Verdict,
  VERDICTS,
  type VpnTunnel,
} from "@/lib/vpn/types";

/** What one tunnel is doing, in the terms an admin debugs in. */
export type TunnelCondition =
  | "up"
  | "changing"
  | "phase1Failed"
  | "phase2Failed"
  | "phase2Pending"
  | "notNegotiated"
  | "unrecognised";

type TunnelState = Pick<VpnTunnel, "status" | "rawStatus" | "state">;

const CONDITION_OF_STATUS: Record<IpsecStatus, TunnelCondition> = {
  ipsec_sa_established: "up",
  ike_sa_not_established: "phase1Failed",
  ipsec_sa_not_established: "phase2Failed",
  ike_sa_established: "phase2Pending",
};

/** Worst first: the first that any tunnel is in gives the connection its words. */
const WORST_FIRST: TunnelCondition[] = [
  "phase1Failed",
  "phase2Failed",
  "phase2Pending",
  "changing",
  "unrecognised",
  "notNegotiated",
  "up",
];

const DOWN = new Set<TunnelCondition>(["phase1Failed", "phase2Failed", "phase2Pending"]);

export function toIpsecStatus(rawStatus: string | null): IpsecStatus | "unknown" {
  const word = rawStatus?.trim().toLowerCase();
  return IPSEC_STATUSES.find((status) => status === word) ?? "unknown";
}

/** An established SA counts only while the tunnel's own State, where the API gives one, is `active`. */
export function tunnelCondition(tunnel: TunnelState): TunnelCondition {
  if (tunnel.state !== null && tunnel.state.toLowerCase() !== "active") return "changing";
  if (tunnel.status !== "unknown") return CONDITION_OF_STATUS[tunnel.status];
  return tunnel.rawStatus === null ? "notNegotiated" : "unrecognised";
}

export function isDown(condition: TunnelCondition): boolean {
  return DOWN.has(condition);
}

export function verdictOf(tunnels: TunnelState[]): Verdict {
  const conditions = tunnels.map(tunnelCondition);
  const up = conditions.filter((condition) => condition === "up").length;
  if (up > 0) return up === conditions.length ? "up" : "degraded";
  return conditions.some(isDown) ? "down" : "unknown";
}

export function worstTunnel<T extends TunnelState>(tunnels: T[]): T | undefined {
  const severity = (tunnel: T) => WORST_FIRST.indexOf(tunnelCondition(tunnel));
  return tunnels.toSorted((a, b) => severity(a) - severity(b))[0];
}

/** What needs a look comes first. */
export const VERDICTS_WORST_FIRST = ["down", "degraded", "unknown", "up"] as const;

export function sumOf(parts: Counts[]): Counts {
  const sum: Counts = { up: 0, degraded: 0, down: 0, unknown: 0 };
  for (const part of parts) for (const verdict of VERDICTS) sum[verdict] += part[verdict];
  return sum;
}

/** The worst verdict that there is any of; of nothing, nothing is known. */
export function worstOf(counts: Counts): Verdict {
  return VERDICTS_WORST_FIRST.find((verdict) => counts[verdict] > 0) ?? "unknown";
}
