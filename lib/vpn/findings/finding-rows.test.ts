import { describe, expect, it } from "vitest";
import { adviceGroups, detailGroups, findingGroups } from "@/lib/vpn/findings/finding-groups";
import { findingRows } from "@/lib/vpn/findings/finding-rows";
import { listedFinding } from "@/lib/vpn/testing/findings";

const first = listedFinding({ tunnel: 1 });
const second = listedFinding({ tunnel: 2 });

describe("rows", () => {
  it("tell what both tunnels of a pair have in common once", () => {
    const [row, ...others] = findingRows([first, second]);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ tunnels: [1, 2], finding: { tunnel: null } });
  });

  it("keep tunnels apart of which something else is said", () => {
    const other = listedFinding({ tunnel: 2, evidence: [{ field: "enableDpd", value: "off" }] });
    expect(
      findingRows([first, other]).map(({ tunnels, finding }) => [tunnels, finding.tunnel]),
    ).toEqual([
      [[1], 1],
      [[2], 2],
    ]);
  });

  it("keep what is of whole connections apart, and other connections", () => {
    const whole = listedFinding();
    const elsewhere = listedFinding({ tunnel: 2, regionId: "cn-beijing" });
    expect(findingRows([whole, whole, first, elsewhere]).map(({ tunnels }) => tunnels)).toEqual([
      [],
      [],
      [1],
      [2],
    ]);
  });
});

describe("groups", () => {
  const weak = listedFinding({ rule: "psk-short", severity: "high", vpnConnectionId: "vco-2" });
  const lessWeak = listedFinding({ rule: "psk-short", severity: "medium" });

  it("by rule are of one severity each", () => {
    const groups = findingGroups([weak, lessWeak, first], "rule");
    expect(groups.map(({ findings }) => findings)).toEqual([[weak], [lessWeak], [first]]);
  });

  it("by connection hold all of it", () => {
    const groups = findingGroups([weak, lessWeak, first], "connection");
    expect(groups.map(({ findings }) => findings)).toEqual([[weak], [lessWeak, first]]);
  });

  it("by advice say once what to do, however many details there are", () => {
    const other = listedFinding({ detail: "It is off since yesterday." });
    const elsewhere = listedFinding({ advice: "Set it off." });
    const groups = adviceGroups([first, elsewhere, other, second]);
    expect(groups.map(({ findings }) => findings)).toEqual([[first, other, second], [elsewhere]]);
  });

  it("by detail are shared by several connections, or stand alone", () => {
    const [three, four, five] = ["vco-3", "vco-4", "vco-5"].map((vpnConnectionId) =>
      listedFinding({
        vpnConnectionId,
        detail: `It ends in ${vpnConnectionId === "vco-5" ? 2 : 1} days.`,
      }),
    );
    // Both tunnels of one connection are one.
    const { shared, single } = detailGroups(
      [first, second, three, five, four].flatMap((one) => one ?? []),
    );
    expect(shared.map(({ findings }) => findings)).toEqual([[three, four]]);
    expect(single).toEqual([first, second, five]);
    const all = detailGroups([first, second]);
    expect(all).toMatchObject({ shared: [{ findings: [first, second] }], single: [] });
  });
});
