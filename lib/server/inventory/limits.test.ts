import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { User } from "@/lib/server/auth/user";
import { listAllVpnConnections } from "@/lib/server/inventory/all-connections";
import { listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { connectTo } from "@/lib/server/testing/account";
import { allAnswers, fill, NO_ID } from "@/lib/server/testing/limited-account";
import { HERE } from "@/lib/server/testing/limited-questions";
import { OPERATOR, userWith } from "@/lib/server/testing/users";
import { listParametersOf, NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

let simulator: Simulator;
let regionIds: readonly string[];

beforeAll(async () => {
  simulator = await startSimulator({ regions: 2, connections: 2 });
  ({ regionIds } = simulator);
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  fill(simulator);
  start();
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

/** A server that has read nothing yet. */
function start(settings: Record<string, string> = {}): void {
  connectTo(simulator);
  vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "3600");
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
}

/** What somebody who sees everything is answered where there is nothing but these. */
async function whereThereIsOnly(ids: string[], regions: string) {
  fill(simulator, (id) => ids.includes(id));
  start({ TUNNELBOARD_REGIONS: regions });
  const answers = await allAnswers(OPERATOR, regionIds);
  fill(simulator);
  start();
  return answers;
}

const OF_A_GATEWAY = ["vco-a1", "vco-a2", "vpn-a", "cgw-x", "cgw-y"];
const OF_A_CUSTOMER = ["vco-a1", "vco-b1", "vpn-a", "vpn-b", "cgw-x"];
const EVERYTHING_HERE = [
  "vco-a1",
  "vco-a2",
  "vco-b1",
  "vco-b2",
  NO_ID,
  "vpn-a",
  "vpn-b",
  "vpn-unused",
  "cgw-x",
  "cgw-y",
  "cgw-z",
  "cgw-unused",
];
const LIMITS = [
  { to: "a VPN gateway", role: "vpn-a", ids: OF_A_GATEWAY },
  { to: "a customer gateway", role: "cgw-x", ids: OF_A_CUSTOMER },
  { to: "a gateway that nothing uses", role: "vpn-unused", ids: ["vpn-unused"] },
  { to: "a gateway that there is not", role: "vpn-none", ids: [] },
  { to: "a region", role: null, ids: EVERYTHING_HERE },
];
const rolesOf = (role: string | null) => [`viewer:${HERE}${role === null ? "" : `/${role}`}`];

describe.each(LIMITS)("a user limited to $to", ({ role, ids }) => {
  const limited = userWith(rolesOf(role));

  it("is answered in everything as if there were nothing else", async () => {
    const expected = await whereThereIsOnly(ids, HERE);
    expect(await allAnswers(limited, regionIds)).toEqual(expected);
  });

  it("learns no more when somebody who sees everything has asked before", async () => {
    const expected = await whereThereIsOnly(ids, HERE);
    const everything = await allAnswers(OPERATOR, regionIds);
    expect(await allAnswers(limited, regionIds)).toEqual(expected);
    expect(everything).not.toEqual(expected);
    // Nor does anybody lose by it.
    expect(await allAnswers(OPERATOR, regionIds)).toEqual(everything);
  });

  it("takes nothing from who asks after them", async () => {
    const everything = await allAnswers(OPERATOR, regionIds);
    start();
    const own = await allAnswers(limited, regionIds);
    expect(await allAnswers(OPERATOR, regionIds)).toEqual(everything);
    expect(await allAnswers(limited, regionIds)).toEqual(own);
  });

  it("learns no more from others who are limited otherwise", async () => {
    const own = await allAnswers(limited, regionIds);
    start();
    for (const other of LIMITS) await allAnswers(userWith(rolesOf(other.role)), regionIds);
    expect(await allAnswers(limited, regionIds)).toEqual(own);
  });
});

describe("users limited to several things", () => {
  it("see them all, and no more", async () => {
    const roles = [`viewer:${HERE}/vpn-a`, `viewer:${HERE}/cgw-z`];
    const ids = [...OF_A_GATEWAY, "vco-b2", "vpn-b", "cgw-z"];
    const expected = await whereThereIsOnly(ids, HERE);
    expect(await allAnswers(userWith(roles), regionIds)).toEqual(expected);
  });

  it("see a gateway here and another region whole", async () => {
    const roles = [`viewer:${HERE}/vpn-a`, `viewer:${regionIds[1]}`];
    const expected = await whereThereIsOnly(OF_A_GATEWAY, regionIds.join(","));
    expect(await allAnswers(userWith(roles), regionIds)).toEqual(expected);
  });
});

describe("what was selected for a user", () => {
  const parameters = listParametersOf({ ...NO_PARAMETERS, sort: "name" });
  const ways = {
    region: (user: User) => listVpnConnections(HERE, parameters, user),
    allRegions: (user: User) => listAllVpnConnections(parameters, user, 10_000),
  };

  it.each(["region", "allRegions"] as const)(
    "of %s is kept for all who see the same, whoever else asks",
    async (way) => {
      const of = async (role: string) => (await ways[way](userWith(rolesOf(role)))).vpnConnections;
      const first = await of("vpn-a");
      expect(await of("vpn-b")).not.toBe(first);
      expect(await of("vpn-a")).toBe(first);
    },
  );
});
