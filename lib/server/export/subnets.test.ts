import { describe, expect, it } from "vitest";
import { downloadSubnets } from "@/lib/server/export/subnets";
import { readCsv } from "@/lib/server/export/test-lists";
import type { WholeSubnets } from "@/lib/server/inventory/subnets";
import { NO_SUBNET_PARAMETERS } from "@/lib/vpn/subnet-list";
import { mapSubnets } from "@/lib/vpn/subnet-map";
import { selectSubnets } from "@/lib/vpn/subnet-selection";
import { connection } from "@/lib/vpn/testing/connections";
import type { RegionState, VpnConnection } from "@/lib/vpn/types";

function wholeOf(connections: VpnConnection[], q: string | null = null): WholeSubnets {
  const work = mapSubnets(connections);
  let step = work.next();
  while (step.done !== true) step = work.next();
  const selection = selectSubnets(step.value, { q, overlap: null });
  const region: RegionState = {
    regionId: "cn-hangzhou",
    state: "ready",
    totalCount: connections.length,
    fetchedAt: 0,
  };
  return {
    ...selection,
    totalCount: selection.subnets.length,
    unreadable: step.value.unreadable,
    unreadableCount: step.value.unreadable.length,
    fetchedAt: Date.UTC(2026, 10, 23, 23, 59, 59),
    regions: [region],
    reading: 0,
  };
}

const WHOLE = wholeOf(
  [
    connection("vco-1", [], {
      name: "=1+1",
      localSubnets: ["10.1.0.0/16"],
      remoteSubnets: ["10.9.0.1/16", "odd;=2"],
    }),
    connection("vco-2", [], { remoteSubnets: ["10.9.4.0/24"], customerGatewayIds: ["a|b", "c"] }),
  ],
  null,
);

const csvOf = async (whole: WholeSubnets) =>
  readCsv(await (await downloadSubnets(NO_SUBNET_PARAMETERS, whole, "csv")).text(), [
    "cidr",
    "side",
  ]);

async function nameOf(whole: WholeSubnets, regionId: string | null) {
  const { headers } = await downloadSubnets({ ...NO_SUBNET_PARAMETERS, regionId }, whole, "csv");
  return headers.get("content-disposition");
}

describe("a file of networks", () => {
  it("is called after where they are from, the day, and what is missing", async () => {
    expect(await nameOf(WHOLE, null)).toContain('"subnets-all-regions-2026-11-23.csv"');
    const regions = WHOLE.regions.map((one): RegionState => ({ ...one, state: "failed" }));
    expect(await nameOf({ ...WHOLE, regions }, "cn-hangzhou")).toContain(
      '"subnets-cn-hangzhou-2026-11-23-incomplete.csv"',
    );
  });

  it("as CSV has a line for each connection that carries one, and no formulas", async () => {
    const rows = await csvOf(WHOLE);
    expect(rows.map(({ cidr, side, subnet }) => [cidr, side, subnet])).toEqual([
      ["10.1.0.0/16", "local", "10.1.0.0/16"],
      ["10.9.0.0/16", "remote", "10.9.0.1/16"],
      ["10.9.4.0/24", "remote", "10.9.4.0/24"],
      ["", "remote", "odd;'=2"],
    ]);
    expect(rows[1]?.name).toBe("'=1+1");
    expect(rows[2]).toMatchObject({
      within: "10.9.0.0/16",
      overlaps: "remote_remote",
      sameGateway: "true",
      customerGatewayIds: "a%7Cb|c",
      isCatchAll: "false",
      match: "",
    });
  });

  it("as JSON has the question, each network with all who carry it, and whether it is complete", async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      connection(`vco-${index}`, [], { remoteSubnets: ["10.9.0.0/16", `10.9.${index}.0/24`] }),
    );
    const whole = wholeOf(many, "10.9.7.1");
    const asked = { ...NO_SUBNET_PARAMETERS, q: "10.9.7.1" };
    const file: unknown = await (await downloadSubnets(asked, whole, "json")).json();
    expect(file).toMatchObject({
      q: "10.9.7.1",
      totalCount: 2,
      lookUp: { remote: "10.9.7.0/24", local: null },
      unreadable: [],
      isComplete: true,
      subnets: [
        { cidr: "10.9.0.0/16", remoteCount: 120, longestMatchOf: [] },
        { cidr: "10.9.7.0/24", carriers: [{ vpnConnectionId: "vco-7" }] },
      ],
    });
    expect(file).toHaveProperty("subnets.0.carriers.length", 120);
    const empty: unknown = await (await downloadSubnets(asked, wholeOf([]), "json")).json();
    expect(empty).toMatchObject({ subnets: [], unreadable: [], isComplete: true });
    expect(await csvOf(wholeOf([]))).toEqual([]);
  });

  it("as CSV has every line of many", async () => {
    const many = Array.from({ length: 333 }, (_, index) =>
      connection(`vco-${index}`, [], { remoteSubnets: ["10.9.0.0/16", `10.${index % 99}.0.0/24`] }),
    );
    expect(await csvOf(wholeOf(many))).toHaveLength(666);
  });
});
