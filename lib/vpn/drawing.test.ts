import { describe, expect, it } from "vitest";
import { allSubnets, allTunnels, drawnOf, lineStateOf, tunnelEnds } from "@/lib/vpn/drawing";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

const UP = "ipsec_sa_established";
const to = (customerGatewayId: string | null, rawStatus = UP) => ({
  ...tunnel(rawStatus),
  customerGatewayId,
});
const numbersByEnd = (ids: (string | null)[], customerGatewayIds: string[]) =>
  tunnelEnds(
    connection(
      "vco-1",
      ids.map((id) => to(id)),
      { customerGatewayIds },
    ),
  ).map((end) => [end.customerGatewayId, end.tunnels.map(({ number }) => number)]);

describe("the ends of a connection's tunnels", () => {
  it("are one box where they are the same", () => {
    expect(numbersByEnd(["cgw-1", "cgw-1"], ["cgw-1"])).toEqual([["cgw-1", [1, 2]]]);
  });

  it("are a box each where they differ, in the tunnels' order", () => {
    expect(numbersByEnd(["cgw-2", "cgw-1"], ["cgw-1", "cgw-2"])).toEqual([
      ["cgw-2", [1]],
      ["cgw-1", [2]],
    ]);
  });

  it("are the connection's only gateway where the tunnel names none", () => {
    expect(numbersByEnd([null], ["cgw-1"])).toEqual([["cgw-1", [1]]]);
    expect(numbersByEnd([null, "cgw-1"], ["cgw-1"])).toEqual([["cgw-1", [1, 2]]]);
  });

  it("are not guessed among several", () => {
    expect(numbersByEnd([null, null], ["cgw-1", "cgw-2"])).toEqual([[null, [1, 2]]]);
    expect(numbersByEnd([null], [])).toEqual([[null, [1]]]);
  });

  it("on the shared side are one", () => {
    const { tunnels } = allTunnels(connection("vco-1", [to("cgw-1"), to("cgw-2")]));
    expect(tunnels.map(({ number, tunnel: one }) => [number, one.customerGatewayId])).toEqual([
      [1, "cgw-1"],
      [2, "cgw-2"],
    ]);
  });
});

describe("a tunnel's line", () => {
  it.each([
    [UP, "active", "up"],
    [UP, null, "up"],
    [UP, "updating", "changing"],
    ["ike_sa_not_established", null, "down"],
    ["ike_sa_established", null, "down"],
    ["ipsec_sa_not_established", "active", "down"],
    [null, null, "unknown"],
    ["ipsec_sa_rekeying", null, "unknown"],
  ])("with the status %j and the state %j is %s", (status, state, expected) => {
    expect(lineStateOf({ ...tunnel(status), state })).toBe(expected);
  });
});

it("the networks of many connections are named once each", () => {
  const connections = [
    connection("a", [], { localSubnets: ["10.1.0.0/16", "10.2.0.0/16"], remoteSubnets: ["x"] }),
    connection("b", [], { localSubnets: ["10.2.0.0/16"] }),
  ];
  expect(allSubnets(connections, "localSubnets")).toEqual(["10.1.0.0/16", "10.2.0.0/16"]);
  expect(allSubnets(connections, "remoteSubnets")).toEqual(["x"]);
});

const many = (count: number, status: string) =>
  Array.from({ length: count }, (_, index) => connection(`vco-${index}`, [tunnel(status)]));

describe("what a gateway's drawing shows one by one", () => {
  const PHASE_1_FAILED = "ike_sa_not_established";
  const NONE = { up: 0, degraded: 0, down: 0, unknown: 0 };

  it("is everything, where there is little", () => {
    const connections = [...many(1, PHASE_1_FAILED), ...many(19, UP)];
    const counts = { ...NONE, down: 1, up: 19 };
    expect(drawnOf(connections, counts)).toEqual({ connections, rest: 0, up: 0 });
  });

  it("is of much what is not up, and the rest is a group", () => {
    const down = many(20, PHASE_1_FAILED);
    const counts = { ...NONE, down: 20, up: 280 };
    expect(drawnOf([...down, ...many(30, UP)], counts)).toEqual({
      connections: down,
      rest: 0,
      up: 280,
    });
  });

  it("is the worst, where more are down than a page of the list holds", () => {
    const worst = many(50, PHASE_1_FAILED);
    expect(drawnOf(worst, { ...NONE, down: 300 })).toEqual({
      connections: worst,
      rest: 250,
      up: 0,
    });
  });
});
