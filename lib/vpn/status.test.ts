import { describe, expect, it } from "vitest";
import {
  isDown,
  sumOf,
  toIpsecStatus,
  tunnelCondition,
  verdictOf,
  worstTunnel,
  type TunnelCondition,
} from "@/lib/vpn/status";
import { IPSEC_STATUSES, type VpnTunnel } from "@/lib/vpn/types";

type Tunnel = Pick<VpnTunnel, "status" | "rawStatus" | "state">;

function tunnel(rawStatus: string | null, state: string | null = "active"): Tunnel {
  return { status: toIpsecStatus(rawStatus), rawStatus, state };
}

/** One example of each condition, worst first. */
const EXAMPLES = [
  ["phase1Failed", tunnel("ike_sa_not_established")],
  ["phase2Failed", tunnel("ipsec_sa_not_established")],
  ["phase2Pending", tunnel("ike_sa_established")],
  ["changing", tunnel("ipsec_sa_established", "updating")],
  ["unrecognised", tunnel("ipsec_sa_rekeying")],
  ["notNegotiated", tunnel(null)],
  ["up", tunnel("ipsec_sa_established")],
] satisfies [TunnelCondition, Tunnel][];

describe("the condition of a tunnel", () => {
  it.each(["IPSEC_SA_ESTABLISHED", "ipsec_sa_established ", "Ipsec_Sa_Established"])(
    "is up when the status is spelled %j",
    (rawStatus) => {
      expect(toIpsecStatus(rawStatus)).toBe("ipsec_sa_established");
    },
  );

  it.each(EXAMPLES)("is %s", (condition, example) => {
    expect(tunnelCondition(example)).toBe(condition);
  });

  it.each(["active", "Active", "ACTIVE", null])("is up in the state %s", (state) => {
    expect(tunnelCondition(tunnel("ipsec_sa_established", state))).toBe("up");
  });

  it.each(["updating", "Updating", "deleting", "attached", "something-new", ""])(
    "is changing in the state %j, whatever the SA says",
    (state) => {
      for (const status of [...IPSEC_STATUSES, null, "odd"]) {
        expect(tunnelCondition(tunnel(status, state))).toBe("changing");
      }
    },
  );

  it.each(["established", "toString", ""])(
    "is unrecognised when the status is spelled %j",
    (status) => expect(tunnelCondition(tunnel(status))).toBe("unrecognised"),
  );

  it("is down in the three ways a negotiation can fail, and in no other", () => {
    const down = EXAMPLES.map(([condition]) => condition).filter(isDown);
    expect(down).toEqual(["phase1Failed", "phase2Failed", "phase2Pending"]);
  });
});

describe("the verdict on a connection", () => {
  // Columns as the rows: phase1Failed, phase2Failed, phase2Pending, changing, unrecognised,
  // notNegotiated, up.
  const ROWS = ["dddddd%", "dddddd%", "dddddd%", "ddd???%", "ddd???%", "ddd???%", "%%%%%%^"];
  const WORDS = new Map([
    ["d", "down"],
    ["?", "unknown"],
    ["%", "degraded"],
    ["^", "up"],
  ]);
  const pairs = EXAMPLES.flatMap(([first, a], row) =>
    EXAMPLES.map(([second, b], column) => ({
      first,
      second,
      tunnels: [a, b],
      verdict: WORDS.get(ROWS[row]?.[column] ?? ""),
    })),
  );

  it.each(pairs)("with $first and $second is $verdict", ({ tunnels, verdict }) => {
    expect(verdictOf(tunnels)).toBe(verdict);
  });

  it.each([
    ["phase1Failed", "down"],
    ["phase2Failed", "down"],
    ["phase2Pending", "down"],
    ["changing", "unknown"],
    ["unrecognised", "unknown"],
    ["notNegotiated", "unknown"],
    ["up", "up"],
  ])("with the one tunnel %s is %s", (condition, verdict) => {
    const found = EXAMPLES.filter(([name]) => name === condition).map(([, example]) => example);
    expect(found).toHaveLength(1);
    expect(verdictOf(found)).toBe(verdict);
  });

  it("without any tunnel is unknown", () => expect(verdictOf([])).toBe("unknown"));
});

describe("the worst tunnel", () => {
  it("is the one that stands first in the order of severity, wherever it stands in the pair", () => {
    for (const [index, [, worse]] of EXAMPLES.entries()) {
      for (const [, better] of EXAMPLES.slice(index + 1)) {
        expect(worstTunnel([better, worse])).toBe(worse);
        expect(worstTunnel([worse, better])).toBe(worse);
      }
    }
  });

  it("is the first of two equals, and none where there is none", () => {
    const first = tunnel(null);
    expect(worstTunnel([first, tunnel(null)])).toBe(first);
    expect(worstTunnel([])).toBeUndefined();
  });

  it("is found without reordering the tunnels", () => {
    const tunnels = EXAMPLES.map(([, example]) => example).toReversed();
    const before = [...tunnels];
    worstTunnel(tunnels);
    expect(tunnels).toEqual(before);
  });
});

describe("counts of several parts", () => {
  it("are added up, verdict by verdict", () => {
    const first = { up: 1, degraded: 2, down: 3, unknown: 4 };
    const second = { up: 10, degraded: 0, down: 30, unknown: 0 };
    expect(sumOf([first, second])).toEqual({ up: 11, degraded: 2, down: 33, unknown: 4 });
    expect(first).toEqual({ up: 1, degraded: 2, down: 3, unknown: 4 });
  });

  it("are nought where there are no parts", () => {
    expect(sumOf([])).toEqual({ up: 0, degraded: 0, down: 0, unknown: 0 });
  });
});
