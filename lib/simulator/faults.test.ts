import { describe, expect, it } from "vitest";
import { createFaults } from "./faults";

const request = { action: "DescribeVpnConnections", regionId: "cn-hangzhou", refused: false };

describe("faults", () => {
  it("strike only the action and the region they name", () => {
    const faults = createFaults();
    faults.add({ kind: "hang", action: "DescribeRegions" });
    faults.add({ kind: "reset", regionId: "cn-shanghai" });
    expect(faults.take(request).fault).toBeUndefined();
    expect(faults.take({ ...request, regionId: "cn-shanghai" }).fault?.kind).toBe("reset");
    expect(faults.take({ ...request, action: "DescribeRegions" }).fault?.kind).toBe("hang");
  });

  it("are used up after their times, and last for ever without", () => {
    const faults = createFaults();
    faults.add({ kind: "reset", times: 2 });
    faults.add({ kind: "throttle" });
    const kinds = [1, 2, 3, 4].map(() => faults.take(request).fault?.kind);
    expect(kinds).toEqual(["reset", "reset", "throttle", "throttle"]);
  });

  it("list what is left, and can be removed one by one or all", () => {
    const faults = createFaults();
    const remove = faults.add({ kind: "reset", times: 2 });
    faults.add({ kind: "hang" });
    faults.take(request);
    expect(faults.list()).toEqual([{ kind: "reset", times: 1 }, { kind: "hang" }]);
    remove();
    expect(faults.list()).toEqual([{ kind: "hang" }]);
    faults.clear();
    expect(faults.list()).toEqual([]);
  });

  it("combine a latency with another one", () => {
    const faults = createFaults();
    faults.add({ kind: "hang", times: 1 });
    faults.add({ kind: "latency", ms: 30 });
    expect(faults.take(request)).toEqual({ latencyMs: 30, fault: { kind: "hang", times: 1 } });
    expect(faults.take(request)).toEqual({ latencyMs: 30, fault: undefined });
  });

  it("of the gateway's later steps are not spent on a request it refused", () => {
    const faults = createFaults();
    faults.add({ kind: "throttle", times: 1 });
    expect(faults.take({ ...request, refused: true }).fault).toBeUndefined();
    expect(faults.list()).toHaveLength(1);
  });
});
