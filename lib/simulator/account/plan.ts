import { modernAlgorithms, oldAlgorithms, shangMiAlgorithms, type Algorithms } from "./algorithms";
import type { Random } from "./random";
import type { Tag } from "./wire";

/** "unattached" was created for a transit router and is bound to none yet. */
type Kind = "single" | "dual" | "transit-router" | "unattached" | "shang-mi";

/** "degraded" has one of its two tunnels down; "never" has not negotiated yet. */
export type Outcome = "up" | "degraded" | "down" | "never";

/** A VPN gateway of the showcase: plans that name the same one share it, and no other plan does. */
export type FixedGateway = {
  name: string;
  /** Prepaid, and so many days from the simulator's start to the end; negative when it is past. */
  endsInDays?: number;
  isEnhanced?: boolean;
  isLocked?: boolean;
  hasSslVpn?: boolean;
  tags?: readonly Tag[];
};

export type Plan = {
  kind: Kind;
  outcome: Outcome;
  createTime: number;
  /** Drawn from the stock of names when left out. */
  name?: string;
  gateway?: FixedGateway;
  /** The SA state in place of the one drawn for the outcome. */
  status?: string;
  bgp: "none" | "success" | "false";
  healthCheck: "off" | "success" | "failed";
  subnets: "few" | "many" | "any";
  algorithms: Algorithms;
};

/** Dual-tunnel gateways came in the middle of 2023. */
const dualTunnelStart = Date.UTC(2023, 5, 1);
const oldest = Date.UTC(2017, 2, 1);
/** Fixed and not the clock's now, so that a seed gives the same account on any day. */
const newest = Date.UTC(2026, 9, 31);

function drawKind(random: Random, outcome: Outcome, mainlandChina: boolean): Kind {
  if (outcome === "degraded") return random.chance(0.75) ? "dual" : "transit-router";
  return random.weighted<Kind>([
    ["single", 38],
    ["dual", 44],
    ["transit-router", 15],
    ["shang-mi", mainlandChina ? 2 : 0],
    ["unattached", outcome === "never" ? 60 : 0],
  ]);
}

const createdBetween: Readonly<Record<Kind, readonly [number, number]>> = {
  single: [oldest, dualTunnelStart],
  "shang-mi": [Date.UTC(2021, 2, 1), newest],
  unattached: [Date.UTC(2026, 0, 1), newest],
  dual: [dualTunnelStart, newest],
  "transit-router": [dualTunnelStart, newest],
};

function drawCreateTime(random: Random, kind: Kind): number {
  const [from, to] = createdBetween[kind];
  return random.integer(from / 1000, to / 1000) * 1000;
}

function drawAlgorithms(random: Random, kind: Kind, createTime: number): Algorithms {
  if (kind === "shang-mi") return shangMiAlgorithms;
  const modern = createTime >= Date.UTC(2021, 0, 1) || random.chance(0.1);
  return modern ? modernAlgorithms(random) : oldAlgorithms(random);
}

export function drawPlan(
  random: Random,
  outcome: Outcome,
  mainlandChina: boolean,
  fixed: Partial<Plan> = {},
): Plan {
  const kind = fixed.kind ?? drawKind(random, outcome, mainlandChina);
  const createTime = fixed.createTime ?? drawCreateTime(random, kind);
  const up = outcome === "up" || outcome === "degraded";
  const wantsBgp = kind !== "shang-mi" && random.chance(kind === "transit-router" ? 0.7 : 0.15);
  const wantsCheck = kind === "single" && random.chance(0.35);
  return {
    kind,
    outcome,
    createTime,
    bgp: wantsBgp ? (up && !random.chance(0.02) ? "success" : "false") : "none",
    healthCheck: wantsCheck ? (up && !random.chance(0.03) ? "success" : "failed") : "off",
    subnets: random.weighted([
      ["few", 90],
      ["many", 2],
      ["any", kind === "transit-router" ? 60 : 8],
    ]),
    algorithms: drawAlgorithms(random, kind, createTime),
    // Very rarely a word that no documentation knows.
    ...(outcome === "down" && random.chance(0.01) ? { status: "ipsec_sa_rekeying" } : {}),
    ...fixed,
  };
}
