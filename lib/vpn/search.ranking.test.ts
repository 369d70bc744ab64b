import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import { selectPage } from "@/lib/vpn/select-page";
import { connection, tunnel } from "@/lib/vpn/testing/connections";
import type { VpnConnection } from "@/lib/vpn/types";

const up = tunnel("ipsec_sa_established");
const remote = (id: string, ...remoteSubnets: string[]) => connection(id, [up], { remoteSubnets });

function search(q: string, vpnConnections: VpnConnection[], sort: "name" | null = null) {
  const region = { vpnConnections, unreadable: [], requestId: null, fetchedAt: 0 };
  const list = selectPage(region, { ...NO_PARAMETERS, pageSize: 50, q, sort });
  return {
    ids: list.vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId),
    matches: list.matches,
  };
}

describe("the results of a search", () => {
  it("begin with the longest prefix that has the address, and end with catch-all subnets", () => {
    const { ids, matches } = search("10.9.1.7", [
      remote("all", "0.0.0.0/0"),
      remote("wide", "10.0.0.0/8"),
      remote("narrow", "192.168.0.0/16", "10.9.1.0/24"),
      remote("other", "10.9.2.0/24"),
      remote("host", "10.9.1.7"),
    ]);
    expect(ids).toEqual(["host", "narrow", "wide", "all"]);
    expect(matches).toEqual([
      { field: "remoteSubnet", value: "10.9.1.7", isCatchAll: false },
      { field: "remoteSubnet", value: "10.9.1.0/24", isCatchAll: false },
      { field: "remoteSubnet", value: "10.0.0.0/8", isCatchAll: false },
      { field: "remoteSubnet", value: "0.0.0.0/0", isCatchAll: true },
    ]);
  });

  it("find IPv6 addresses in the same way", () => {
    const { ids } = search("2408:4005:3c0:1::5", [
      remote("all", "::/0"),
      remote("wide", "2408:4005::/32"),
      remote("narrow", "2408:4005:3c0::/56"),
      remote("other", "2408:4005:3c1::/56", "0.0.0.0/0"),
    ]);
    expect(ids).toEqual(["narrow", "wide", "all"]);
  });

  it("find an address however it is written, wherever a connection has one", () => {
    const { ids, matches } = search("2001:0DB8:0:0::7", [
      connection("peer", [{ ...up, internetIp: "2001:db8::7" }]),
      connection("identity", [
        { ...up, ikeConfig: { ...up.ikeConfig, remoteId: "2001:db8:0::7" } },
      ]),
      connection("other", [{ ...up, internetIp: "2001:db8::70" }]),
    ]);
    expect(ids).toEqual(["peer", "identity"]);
    expect(matches?.map((match) => match?.field)).toEqual(["address", "identity"]);
  });

  it("begin with exact ids and names, of gateways too, then what begins so, then the rest", () => {
    const { ids } = search("hq", [
      connection("within", [up], { name: "xhq" }),
      connection("word", [up], { name: "to-hq" }),
      connection("start", [up], { name: "hq-2" }),
      connection("tagged", [up], { tags: [{ key: "site", value: "hq" }] }),
      connection("gateway", [up], { vpnGatewayName: "HQ" }),
      connection("none", [up], { name: "branch" }),
      connection("named", [up], { name: "hq" }),
    ]);
    expect(ids).toEqual(["gateway", "named", "start", "word", "tagged", "within"]);
  });

  it("say what matched", () => {
    const tags = [{ key: "env", value: "prod" }];
    const cases: [string, Partial<VpnConnection>, string, string][] = [
      ["prod", { tags }, "tag", "env:prod"],
      ["env=prod", { tags }, "tag", "env=prod"],
      [
        "router",
        { customerGatewayNames: ["Branch router"] },
        "customerGatewayName",
        "Branch router",
      ],
      ["vpc-1", { vpcId: "vpc-1" }, "vpcId", "vpc-1"],
    ];
    for (const [q, more, field, value] of cases) {
      expect(search(q, [connection("vco-x", [up], more)]).matches).toEqual([
        { field, value, isCatchAll: false },
      ]);
    }
    expect(search("IKEV2", [connection("vco-x", [up])]).matches).toEqual([
      { field: "algorithm", value: "ikev2", isCatchAll: false },
    ]);
  });

  it("keep the order of the API where they match equally, and an order that is asked for", () => {
    const some = [named("c", "site"), named("a", "site 2"), named("b", "site 1")];
    expect(search("site", some).ids).toEqual(["c", "a", "b"]);
    expect(search("site", some, "name").ids).toEqual(["c", "b", "a"]);
  });

  it("have no match without a search", () => {
    const region = {
      vpnConnections: [named("a", "x")],
      unreadable: [],
      requestId: null,
      fetchedAt: 0,
    };
    expect(selectPage(region, NO_PARAMETERS)).not.toHaveProperty("matches");
  });
});

const named = (id: string, name: string) => connection(id, [up], { name });

const bits = (count: number) => fc.bigInt({ min: 0n, max: (1n << BigInt(count)) - 1n });
const dotted = (value: bigint) =>
  [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".");
const colons = (value: bigint) =>
  Array.from({ length: 8 }, (_, index) =>
    ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  ).join(":");

describe("an address is found", () => {
  it.each([
    ["IPv4", 32, dotted],
    ["IPv6", 128, colons],
  ] as const)("in the networks of %s that have its first bits", (_name, width, write) => {
    // Few bits differ, so that many networks have the address.
    const near = bits(width).chain((address) =>
      fc.tuple(fc.constant(address), fc.nat({ max: width - 1 }), fc.nat({ max: width })),
    );
    fc.assert(
      fc.property(near, ([address, flipped, length]) => {
        const other = address ^ (1n << BigInt(flipped));
        const shift = BigInt(width - length);
        const isWithin = address >> shift === other >> shift;
        const { ids } = search(write(address), [remote("x", `${write(other)}/${length}`)]);
        expect(ids.length > 0).toBe(isWithin);
      }),
      { numRuns: 200 },
    );
  });
});
