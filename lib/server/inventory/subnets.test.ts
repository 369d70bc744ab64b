import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listSubnets } from "@/lib/server/inventory/subnets";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { DOWN, one, regionAnswers } from "@/lib/server/testing/region-answers";
import { OPERATOR, userWith } from "@/lib/server/testing/users";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";
import { NO_SUBNET_PARAMETERS, type SubnetParameters } from "@/lib/vpn/subnet-list";
import * as subnetMap from "@/lib/vpn/subnet-map";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));
vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/vpn/subnet-map", { spy: true });
vi.mock("@/lib/server/vpc-api/vpn-connections", () => ({
  describeAllVpnConnections: vi.fn<typeof VpnConnections.describeAllVpnConnections>(),
}));

let api: ReturnType<typeof regionAnswers>;

beforeEach(() => {
  stopClock();
  vi.mocked(subnetMap.mapSubnets).mockClear();
  api = regionAnswers(3);
  api.say("region-1", [
    one("region-1", "vco-a", DOWN, {
      vpnGatewayName: null,
      localSubnets: ["10.1.0.0/16"],
      remoteSubnets: ["0.0.0.0/0", "10.9.0.1/16"],
    }),
    one("region-1", "vco-b", DOWN, { localSubnets: ["10.1.0.0/16"], remoteSubnets: ["x"] }),
  ]);
  api.say("region-2", [
    one("region-2", "vco-c", DOWN, {
      vpnGatewayId: "vpn-2",
      customerGatewayIds: ["cgw-2"],
      remoteSubnets: ["10.9.4.0/24", "fd00::/8"],
    }),
  ]);
  api.say("region-3", new VpcApiError("access_denied"));
});
afterEach(() => {
  startClock();
  globalThis.__tunnelboard = undefined;
});

const ask = async (asked: Partial<SubnetParameters> = {}, user = OPERATOR) => {
  const list = listSubnets({ ...NO_SUBNET_PARAMETERS, ...asked }, user, 1_000);
  list.catch(() => undefined);
  await pass(1_000);
  return list;
};
const cidrsOf = (list: Awaited<ReturnType<typeof ask>>) => list.subnets.map(({ cidr }) => cidr);

describe("the networks of all regions", () => {
  it("say who carries them, what contains them and what they meet, and what is missing", async () => {
    const list = await ask();
    expect(cidrsOf(list)).toEqual([
      "0.0.0.0/0",
      "10.1.0.0/16",
      "10.9.0.0/16",
      "10.9.4.0/24",
      "fd00::/8",
    ]);
    expect(list).toMatchObject({
      totalCount: 5,
      counts: { all: 5, any: 2, same_gateway: 0, remote_remote: 2, remote_local: 0 },
      lookUp: null,
      unreadable: [{ subnet: "x", side: "remote", vpnConnectionId: "vco-b" }],
      unreadableCount: 1,
      regions: [
        { regionId: "region-1", state: "ready" },
        { regionId: "region-2", state: "ready" },
        { regionId: "region-3", state: "failed", problem: { code: "access_denied" } },
      ],
    });
    expect(list.subnets[2]).toEqual({
      cidr: "10.9.0.0/16",
      family: "ipv4",
      isCatchAll: false,
      within: ["0.0.0.0/0"],
      containsCount: 1,
      remoteCount: 1,
      localCount: 0,
      carriers: [
        {
          side: "remote",
          subnet: "10.9.0.1/16",
          regionId: "region-1",
          vpnConnectionId: "vco-a",
          name: "name of vco-a",
          vpnGatewayId: "vpn-1",
          vpnGatewayName: null,
          transitRouterId: null,
          customerGatewayIds: ["cgw-1"],
          verdict: "down",
        },
      ],
      overlaps: [{ kind: "remote_remote", sameGateway: false }],
      match: null,
      longestMatchOf: [],
    });
  });

  it("are looked up by an address, and the longest match of each side is marked", async () => {
    const { subnets, lookUp } = await ask({ q: "10.9.4.7" });
    expect(lookUp).toEqual({ cidr: "10.9.4.7/32", remote: "10.9.4.0/24", local: null });
    expect(subnets.map(({ cidr, match, longestMatchOf }) => [cidr, match, longestMatchOf])).toEqual(
      [
        ["10.9.0.0/16", "contains", []],
        ["10.9.4.0/24", "contains", ["remote"]],
        ["0.0.0.0/0", "contains", []],
      ],
    );
    const wide = await ask({ q: "10.9.0.0/16" });
    expect(wide.subnets.map(({ match }) => match)).toEqual(["equal", "inside", "contains"]);
  });

  it.each<[Partial<SubnetParameters>, string[]]>([
    [{ regionId: "region-2" }, ["10.9.4.0/24", "fd00::/8"]],
    [{ vpnGatewayId: "vpn-2" }, ["10.9.4.0/24", "fd00::/8"]],
    [{ customerGatewayId: "cgw-1", pageSize: 2, pageNumber: 2 }, ["10.9.0.0/16"]],
    [{ vpnGatewayId: "vpn-2", customerGatewayId: "cgw-1" }, []],
    [{ overlap: "remote_remote" }, ["10.9.0.0/16", "10.9.4.0/24"]],
    [{ overlap: "any", vpnGatewayId: "vpn-1" }, []],
  ])("of %j are these", async (asked, expected) => {
    const list = await ask(asked);
    expect(cidrsOf(list)).toEqual(expected);
    expect(list.regions).toHaveLength(asked.regionId === undefined ? 3 : 1);
  });

  it("are found out once for all who may see the same, until something changes", async () => {
    await Promise.all([ask(), ask({ q: "10.9.4.7" })]);
    await ask({ overlap: "any", pageNumber: 2 });
    expect(subnetMap.mapSubnets).toHaveBeenCalledOnce();
    const limited = userWith(["viewer:region-2"]);
    expect(cidrsOf(await ask({}, limited))).toEqual(["10.9.4.0/24", "fd00::/8"]);
    expect(subnetMap.mapSubnets).toHaveBeenCalledTimes(2);
    await expect(ask({ regionId: "region-1" }, limited)).rejects.toThrow("unknownRegion");
    api.say("region-2", []);
    await pass(60_000);
    expect(cidrsOf(await ask())).toEqual(["0.0.0.0/0", "10.1.0.0/16", "10.9.0.0/16"]);
  });

  it("of which thousands are carried by one show the first hundred, and how many there are", async () => {
    const many = Array.from({ length: 150 }, (_, index) =>
      one("region-2", `vco-${index}`, DOWN, {
        localSubnets: ["10.0.0.0/8"],
        remoteSubnets: index % 2 === 0 ? ["10.0.0.0/8"] : [],
      }),
    );
    api.say("region-2", many);
    let { subnets, reading } = await ask({ regionId: "region-2" });
    // So many are read in turns of the event loop.
    while (reading > 0) ({ subnets, reading } = await ask({ regionId: "region-2" }));
    expect(subnets).toMatchObject([{ remoteCount: 75, localCount: 150 }]);
    expect(subnets[0]?.carriers).toHaveLength(100);
    expect(subnets[0]?.carriers.slice(0, 75).every(({ side }) => side === "remote")).toBe(true);
  });
});
