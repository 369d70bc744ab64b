import { describe, expect, it } from "vitest";
import { downloadFindings } from "@/lib/server/export/findings";
import { readCsv } from "@/lib/server/export/test-lists";
import type { WholeFindings } from "@/lib/server/inventory/findings";
import { NO_FINDING_COUNTS } from "@/lib/vpn/findings/list";
import { NO_FINDING_PARAMETERS } from "@/lib/vpn/findings/parameters";
import type { FoundFinding } from "@/lib/vpn/findings/found";
import { foundFinding, listedFinding } from "@/lib/vpn/testing/findings";

const NOW = Date.UTC(2026, 10, 23, 23, 59, 59);
const { by: _by, ...QUESTION } = NO_FINDING_PARAMETERS;

function whole(found: FoundFinding[], more: Partial<WholeFindings> = {}): WholeFindings {
  return {
    found,
    toListed: ({ finding: { values: _values, ...rest }, connection, waiver }) => {
      const { customerGatewayIds = [], tags = [] } = connection ?? {};
      return listedFinding({ ...rest, customerGatewayIds, tags, waiver });
    },
    totalCount: found.length,
    counts: { ...NO_FINDING_COUNTS, low: found.length },
    waived: 0,
    regions: [],
    inspectedConnections: 5,
    inspectedRegions: 1,
    regionsWithoutGateways: [],
    waiversProblem: null,
    fetchedAt: NOW,
    reading: 0,
    ...more,
  };
}

const fileOf = (found: FoundFinding[], format: "csv" | "json", more?: Partial<WholeFindings>) =>
  downloadFindings(QUESTION, whole(found, more), format);
const rowsOf = async (found: FoundFinding[]) =>
  readCsv(await (await fileOf(found, "csv")).text(), ["rule", "severity"]);

describe("a file of findings", () => {
  it.each<[string | null, Partial<WholeFindings>, "csv" | "json", string]>([
    [null, {}, "csv", "findings-all-regions-2026-11-23.csv"],
    ["cn-hangzhou", {}, "json", "findings-cn-hangzhou-2026-11-23.json"],
    [
      null,
      { regions: [{ regionId: "r", state: "failed", totalCount: null, fetchedAt: null }] },
      "csv",
      "findings-all-regions-2026-11-23-incomplete.csv",
    ],
  ])("of %j, %j as %s is called %s", async (regionId, more, format, name) => {
    const asked = { ...QUESTION, regionId };
    const file = await downloadFindings(asked, whole([], more), format);
    expect(file.headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
  });

  it("as CSV has a column for each field, and what has been accepted with why and until when", async () => {
    const until = Date.UTC(2027, 0, 1);
    const waiver = { reason: "old device", until, lastDay: "2026-12-31" };
    const ofConnection = {
      customerGatewayIds: ["cgw-1", "cgw-2"],
      tags: [{ key: "env", value: "test" }],
    };
    const toTime = { ...waiver, lastDay: null };
    const found = [
      foundFinding({ tunnel: 2 }, { waiver, ...ofConnection }),
      foundFinding({}, { waiver: toTime }),
    ];
    const [row, second] = await rowsOf(found);
    expect(second?.waivedUntil).toBe("2027-01-01T00:00:00.000Z");
    expect(row).toEqual({
      rule: "dpd-off",
      severity: "low",
      regionId: "cn-hangzhou",
      vpnConnectionId: "vco-1",
      vpnGatewayId: "vpn-1",
      tunnel: "2",
      name: "office",
      customerGatewayIds: "cgw-1|cgw-2",
      tags: "env:test",
      title: "DPD off",
      evidence: "enableDpd=false",
      detail: "It is off.",
      advice: "Set it on.",
      references: "A guide <https://example.com/guide>",
      waiverReason: "old device",
      waivedUntil: "2026-12-31",
    });
  });

  it.each(["=1+1", "@SUM(A1)", "-1", ' "=1'])(
    "as CSV has no formula where somebody has called a connection %j",
    async (name) => {
      const [row] = await rowsOf([
        foundFinding({ name, evidence: [{ field: "remoteSubnets", value: `a;${name}` }] }),
      ]);
      expect(row?.name?.startsWith("'")).toBe(true);
      expect(row?.evidence).toMatch(/^remoteSubnets=a;'/);
    },
  );

  it.each([0, 1, 120])("tells that it is whole with %i findings", async (count) => {
    const found = Array.from({ length: count }, (_, index) => foundFinding({ name: `n${index}` }));
    expect(await rowsOf(found)).toHaveLength(count);
    const json = JSON.parse(await (await fileOf(found, "json")).text());
    const { pageNumber: _number, pageSize: _size, ...question } = QUESTION;
    expect(json).toMatchObject({
      ...question,
      totalCount: count,
      isComplete: true,
      fetchedAt: NOW,
    });
    expect(json.findings.map(({ name }: { name: string }) => name)).toEqual(
      found.map(({ finding }) => finding.name),
    );
  });

  it("as JSON tells that a region is missing", async () => {
    const regions = [
      { regionId: "r", state: "loading" as const, totalCount: null, fetchedAt: null },
    ];
    const file = await fileOf([foundFinding()], "json", { regions });
    expect(JSON.parse(await file.text())).toMatchObject({ isComplete: false });
  });
});
