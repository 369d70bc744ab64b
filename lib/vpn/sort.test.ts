import { describe, expect, it } from "vitest";
import { sortConnections } from "@/lib/vpn/sort";
import type { Sort } from "@/lib/vpn/sort-fields";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

const MINUTE = 60_000;
const DOWN = "ike_sa_not_established";
const UP = "ipsec_sa_established";

const CONNECTIONS = [
  connection("vco-b", [tunnel(UP)], { verdictSince: 900 * MINUTE, name: "same" }),
  connection("vco-c", [tunnel(DOWN)], { verdictSince: 100 * MINUTE, name: "same" }),
  connection("vco-a", [tunnel(DOWN)], { verdictSince: null, name: "same" }),
  connection("vco-e", [tunnel(DOWN)], { verdictSince: 300 * MINUTE + 59_000, name: "same" }),
  connection("vco-d", [tunnel(DOWN)], { verdictSince: 300 * MINUTE, name: "same" }),
];
const sorted = (sort: Sort) => sortConnections(CONNECTIONS, sort).map((one) => one.vpnConnectionId);

describe("connections by verdict", () => {
  it("come newest first within a verdict, and those of which it is not known last", () => {
    expect(sorted("verdict")).toEqual(["vco-d", "vco-e", "vco-c", "vco-a", "vco-b"]);
  });

  it("are equal where they were seen so in the same minute: regions are read one by one", () => {
    const order = sorted("verdict");
    expect(order.indexOf("vco-e")).toBe(order.indexOf("vco-d") + 1);
  });

  it("come newest first also where the best verdict comes first", () => {
    expect(sorted("-verdict")).toEqual(["vco-b", "vco-d", "vco-e", "vco-c", "vco-a"]);
  });
});

describe("connections by since when they are as they are", () => {
  it("come oldest or newest first, and those of which it is not known last", () => {
    expect(sorted("verdictSince")).toEqual(["vco-c", "vco-d", "vco-e", "vco-b", "vco-a"]);
    expect(sorted("-verdictSince")).toEqual(["vco-b", "vco-e", "vco-d", "vco-c", "vco-a"]);
  });
});

describe("connections by anything else", () => {
  it("do not mind what is news", () => {
    expect(sorted("name")).toEqual(["vco-a", "vco-b", "vco-c", "vco-d", "vco-e"]);
  });
});
