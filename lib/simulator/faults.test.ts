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

  it("let as many requests pass as they say, of those they match", () => {
    const faults = createFaults();
    faults.add({ kind: "reset", after: 2, times: 1, regionId: "cn-hangzhou" });
    faults.take({ ...request, regionId: "cn-shanghai" });
    const kinds = [1, 2, 3, 4].map(() => faults.take(request).fault?.kind);
    expect(kinds).toEqual([undefined, undefined, "reset", undefined]);
  });

  it("that still let requests pass leave them to others, and count them", () => {
    const faults = createFaults();
    faults.add({ kind: "reset", after: 1 });
    faults.add({ kind: "hang" });
    faults.add({ kind: "latency", ms: 30, after: 1 });
    expect(faults.take(request)).toEqual({ latencyMs: 0, fault: { kind: "hang" } });
    expect(faults.list()[0]).toEqual({ kind: "reset", after: 0 });
    expect(faults.take(request)).toMatchObject({ latencyMs: 30, fault: { kind: "reset" } });
  });

  it("of the clock are apart from the others, and are used up like them", () => {
    const faults = createFaults();
    faults.add({ kind: "clock-skew", ms: -5, after: 1, times: 1 });
    faults.add({ kind: "hang" });
    expect([1, 2, 3].map(() => faults.clockSkewMs(request))).toEqual([0, -5, 0]);
    expect(faults.take(request).fault?.kind).toBe("hang");
  });

  it("of the gateway's later steps are not spent on a request it refused", () => {
    const faults = createFaults();
    faults.add({ kind: "throttle", times: 1 });
    expect(faults.take({ ...request, refused: true }).fault).toBeUndefined();
    expect(faults.list()).toHaveLength(1);
  });
});
