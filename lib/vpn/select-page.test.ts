import { describe, expect, it } from "vitest";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";
import { selectPage } from "@/lib/vpn/select-page";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

const UP = "ipsec_sa_established";

const REGION = {
  vpnConnections: [
    connection("vco-c", [tunnel(UP)], {
      name: "site-10",
      createTime: 3,
      localSubnets: ["10.3.0.0/16"],
    }),
    connection("vco-a", [tunnel("ike_sa_not_established", "ikev1")], {
      name: "site-2",
      createTime: 1,
    }),
    connection("vco-b", [tunnel(UP), tunnel("ike_sa_established")], {
      name: "Zürich",
      createTime: 2,
    }),
    connection("vco-d", [tunnel(null)], { name: "", vpnGatewayId: null }),
  ],
  unreadable: [{ regionId: "cn-hangzhou", vpnConnectionId: "vco-x", fields: ["Name"] }],
  requestId: null,
  fetchedAt: 42,
};

const ask = (asked: Record<string, string | string[]>) =>
  selectPage(REGION, listParametersOf(readPageParameters(asked)));
const idsOf = (asked: Record<string, string | string[]>) =>
  ask(asked).vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId);

describe("filters", () => {
  it.each([
    [{ status: "up" }, ["vco-c"]],
    [{ status: ["down", "degraded"] }, ["vco-a", "vco-b"]],
    [{ status: "unknown" }, ["vco-d"]],
    [{ status: "ike_sa_established" }, ["vco-b"]],
    [{ tunnelMode: "dual" }, ["vco-b"]],
    [{ ikeVersion: "IKEv1" }, ["vco-a"]],
    [{ q: "SITE" }, ["vco-c", "vco-a"]],
    [{ q: " 10.3.7.9 " }, ["vco-c"]],
    [{ q: "10.4.0.0" }, []],
    [{ q: "0.3.0.0" }, []],
    [{ q: "203.0.113.7", status: "down" }, ["vco-a"]],
    [{ q: "3.0.113.7" }, []],
    [{ q: "peer.example", status: "up" }, ["vco-c"]],
    [{ q: "203.0.113" }, ["vco-c", "vco-a", "vco-b", "vco-d"]],
    [{ q: "cgw-1", tunnelMode: "single", ikeVersion: "ikev1" }, ["vco-a"]],
  ])("%j finds %j", (asked, ids) => {
    expect(idsOf(asked)).toEqual(ids);
  });

  it("counts follow the filter", () => {
    expect(ask({ tunnelMode: "single" }).counts).toEqual({
      up: 1,
      degraded: 0,
      down: 1,
      unknown: 1,
    });
  });
});

describe("sorting", () => {
  it.each([
    ["name", ["vco-a", "vco-c", "vco-b", "vco-d"]],
    ["-name", ["vco-b", "vco-c", "vco-a", "vco-d"]],
    ["createTime", ["vco-a", "vco-b", "vco-c", "vco-d"]],
    ["-createTime", ["vco-c", "vco-b", "vco-a", "vco-d"]],
    ["verdict", ["vco-a", "vco-b", "vco-d", "vco-c"]],
    ["vpnGatewayId", ["vco-a", "vco-b", "vco-c", "vco-d"]],
    ["-vpnGatewayId", ["vco-a", "vco-b", "vco-c", "vco-d"]],
    ["ikeVersion", ["vco-a", "vco-b", "vco-c", "vco-d"]],
    ["localSubnets", ["vco-c", "vco-a", "vco-b", "vco-d"]],
  ])("by %s", (sort, ids) => {
    expect(idsOf({ sort })).toEqual(ids);
  });
});

describe("pages", () => {
  it("hold each connection once, with what could not be read last", () => {
    const pages = [1, 2, 3].map((pageNumber) =>
      ask({ sort: "name", pageNumber: String(pageNumber), pageSize: "2" }),
    );
    expect(pages.map((page) => page.vpnConnections.length)).toEqual([2, 2, 0]);
    expect(pages.map((page) => page.unreadable.length)).toEqual([0, 0, 1]);
    expect(new Set(pages.map((page) => page.totalCount))).toEqual(new Set([5]));
  });

  it("end where the list does", () => {
    expect(ask({ sort: "name", pageNumber: "9" })).toMatchObject({
      vpnConnections: [],
      unreadable: [],
      totalCount: 5,
    });
  });

  it("keep what could not be read in sight, unless a search rules it out", () => {
    expect(ask({ status: "up" }).unreadable).toHaveLength(1);
    expect(ask({ q: "site" }).unreadable).toHaveLength(0);
  });
});
