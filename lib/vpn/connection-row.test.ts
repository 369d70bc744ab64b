import { describe, expect, it } from "vitest";
import { CONNECTION_COLUMNS, defaultColumns } from "@/lib/vpn/connection-columns";
import { toRowList } from "@/lib/vpn/connection-row";
import { valuesOf } from "@/lib/vpn/connection-values";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

const UP = "ipsec_sa_established";
const PAIR = connection("vco-1", [tunnel(UP, "ikev1"), tunnel(UP, "ikev2")], {
  localSubnets: ["0.0.0.0/0"],
  remoteSubnets: ["0.0.0.0/0"],
  tags: [{ key: "env", value: "prod" }],
  changesIn24Hours: 0,
});

const listOf = (...vpnConnections: (typeof PAIR)[]) => ({
  vpnConnections,
  unreadable: [],
  totalCount: vpnConnections.length,
  pageNumber: 1,
  pageSize: 10,
  requestId: null,
  fetchedAt: 0,
  counts: null,
});

describe("what a column holds", () => {
  it("is each value of the tunnels once, and what is absent not at all", () => {
    expect(valuesOf(PAIR, "ikeVersion")).toEqual(["ikev1", "ikev2"]);
    expect(valuesOf(PAIR, "internetIp")).toEqual(["203.0.113.7"]);
    expect(valuesOf(PAIR, "ikePfs")).toEqual([]);
    expect(valuesOf(PAIR, "tags")).toEqual(["env:prod"]);
    expect(valuesOf(PAIR, "changesIn24Hours")).toEqual([0]);
    expect(valuesOf(PAIR, "tunnels")).toEqual([UP, UP]);
  });

  it("is the same for every column of every connection: a list, without what is absent", () => {
    for (const column of CONNECTION_COLUMNS) {
      expect(valuesOf(connection("vco-2", [tunnel(null)]), column)).not.toContain(null);
    }
  });
});

describe("a row", () => {
  it("has what its columns ask for, and no more", () => {
    const [row] = toRowList(listOf(PAIR), ["name", "ikeVersion"]).vpnConnections;
    expect(row?.values).toEqual({ ikeVersion: ["ikev1", "ikev2"] });
    expect(row).toMatchObject({ attachedTo: null, customerGateways: null, since: null });
    expect(row).toMatchObject({ isByRouteTable: true, verdict: "up" });
    expect(Object.keys(row?.tunnels[0] ?? {})).not.toContain("ikeConfig");
  });

  it("of all regions says which one it is of", () => {
    expect(defaultColumns("allRegions")).toContain("regionId");
    expect(defaultColumns("region")).not.toContain("regionId");
    expect(defaultColumns("vpnGateway")).not.toContain("vpnGatewayId");
  });
});
