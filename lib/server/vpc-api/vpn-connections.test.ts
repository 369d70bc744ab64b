import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";
import { connectTo } from "@/lib/server/testing/account";
import { dualTunnel, SECRETS, singleTunnel } from "@/lib/server/testing/wire-bodies";
import { describeVpnConnections } from "@/lib/server/vpc-api/vpn-connections";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 2, connections: 60, secrets: SECRETS });
});
afterAll(async () => {
  await simulator.close();
});
beforeEach(() => {
  simulator.reset();
  simulator.requests.length = 0;
  connectTo(simulator);
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = (asked: Record<string, string | string[]> = {}) =>
  describeVpnConnections("cn-hangzhou", listParametersOf(readPageParameters(asked)));

/** What was asked for, without what every signed request carries. */
function sentParameters() {
  const common = /^(Access|Action|Format|Security|Signature|Timestamp|Version)/;
  return simulator.requests.map(({ parameters }) =>
    Object.fromEntries(Object.entries(parameters).filter(([name]) => !common.test(name))),
  );
}

describe("a request for connections", () => {
  it.each([
    [{}, { PageNumber: "1", PageSize: "10" }],
    [
      { pageNumber: "3", pageSize: "50" },
      { PageNumber: "3", PageSize: "50" },
    ],
    [{ vpnGatewayId: "vpn-1" }, { PageNumber: "1", PageSize: "10", VpnGatewayId: "vpn-1" }],
    [
      { customerGatewayId: "cgw-1", vpnConnectionId: "vco-1", resourceGroupId: "rg-1" },
      {
        PageNumber: "1",
        PageSize: "10",
        CustomerGatewayId: "cgw-1",
        VpnConnectionId: "vco-1",
        ResourceGroupId: "rg-1",
      },
    ],
    [
      { tag: ["env:prod", "url:http://h:1/ é&=", "note:"] },
      {
        PageNumber: "1",
        PageSize: "10",
        "Tag.1.Key": "env",
        "Tag.1.Value": "prod",
        "Tag.2.Key": "url",
        "Tag.2.Value": "http://h:1/ é&=",
        "Tag.3.Key": "note",
        "Tag.3.Value": "",
      },
    ],
  ])("for %j sends the documented parameters and no others", async (asked, parameters) => {
    await ask(asked);
    expect(sentParameters()).toEqual([{ RegionId: "cn-hangzhou", ...parameters }]);
    expect(simulator.requests[0]?.verified).toBe(true);
  });
});

describe("a page of connections", () => {
  it("is told with its place in the whole", async () => {
    const list = await ask({ pageNumber: "2", pageSize: "20" });
    expect(list).toMatchObject({
      unreadable: [],
      pageNumber: 2,
      pageSize: 20,
      requestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      counts: null,
    });
    expect(list.vpnConnections.length).toBeGreaterThan(0);
    expect(list.vpnConnections.length).toBeLessThanOrEqual(20);
    expect(list.totalCount).toBeGreaterThan(20);
    expect(list.vpnConnections.every(({ regionId }) => regionId === "cn-hangzhou")).toBe(true);
  });

  it("past the end is empty, with the true total", async () => {
    const { totalCount } = await ask();
    const list = await ask({ pageNumber: "99" });
    expect(list).toMatchObject({ vpnConnections: [], unreadable: [], totalCount });
  });

  it("is the same with numbers as strings and strings as numbers", async () => {
    const straight = await ask({ pageSize: "50" });
    simulator.faults.add({ kind: "wrong-types" });
    const twisted = await ask({ pageSize: "50" });
    expect(straight.vpnConnections.length).toBeGreaterThan(20);
    expect(twisted.vpnConnections).toEqual(straight.vpnConnections);
    expect(twisted.totalCount).toBe(straight.totalCount);
  });

  it("of the whole account is readable and holds no secret", async () => {
    const { vpnConnections, unreadable } = await ask({ pageSize: "50" });
    expect(unreadable).toEqual([]);
    const [first] = vpnConnections.flatMap(({ tunnels }) => tunnels);
    expect(first?.ikeConfig.psk).toEqual({ configured: true });
    for (const secret of Object.values(SECRETS)) {
      expect(JSON.stringify(vpnConnections)).not.toContain(secret);
    }
  });

  it.each([
    [{ VpnConnectionId: "", Name: "no id" }, ["VpnConnectionId"]],
    [{ VpnConnectionId: {} }, ["VpnConnectionId"]],
    ["never-show-this", [""]],
    [null, [""]],
  ])(
    "with %j shows one as unreadable, since it has no id, and the others as ever",
    async (broken, fields) => {
      simulator.setConnections("cn-hangzhou", [singleTunnel, broken, dualTunnel]);
      const list = await ask();
      expect(list.unreadable).toEqual([{ regionId: "cn-hangzhou", vpnConnectionId: null, fields }]);
      expect(list.vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId)).toEqual([
        "vco-single1",
        "vco-dual1",
      ]);
      expect(list.totalCount).toBe(3);
      expect(JSON.stringify(list)).not.toContain("never-show-this");
    },
  );
});

describe("the total", () => {
  const two = [{ VpnConnectionId: "vco-1" }, { VpnConnectionId: "vco-2" }];
  const page = (TotalCount: unknown, VpnConnection: unknown[] = two) =>
    JSON.stringify({ RequestId: "R-1", TotalCount, VpnConnections: { VpnConnection } });

  it.each([
    [41, 41],
    ["41", 41],
    [12, 12],
    [11, 12],
    [-5, 12],
    [12.5, 12],
    ["", 12],
    [null, 12],
    [undefined, 12],
  ])("that is %j on page 2 of 10 with two rows is %i", async (claimed, totalCount) => {
    simulator.faults.add({ kind: "body", body: page(claimed) });
    expect((await ask({ pageNumber: "2" })).totalCount).toBe(totalCount);
  });

  it.each([
    [41, 41],
    // The page before may have been full, and this one empty: nobody knows more.
    [-1, 80],
    [undefined, 80],
  ])("that is %j on an empty ninth page is %i", async (claimed, totalCount) => {
    simulator.faults.add({ kind: "body", body: page(claimed, []) });
    expect((await ask({ pageNumber: "9" })).totalCount).toBe(totalCount);
  });

  it("of connections that were not sent is no answer", async () => {
    simulator.faults.add({ kind: "body", body: page(5, []) });
    await expect(ask()).rejects.toMatchObject({ code: "bad_answer" });
  });

  it("may come without the list when it is none", async () => {
    simulator.faults.add({ kind: "body", body: '{"TotalCount":"0","VpnConnections":{}}' });
    expect(await ask()).toMatchObject({ vpnConnections: [], totalCount: 0, requestId: null });
  });
});
