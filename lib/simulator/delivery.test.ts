import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Fault } from "./faults";
import { call } from "./signed-request";
import { startSimulator, type Simulator } from "./simulator";
import { at } from "./wire-value";

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ connections: 40, regions: 2 });
});
afterEach(() => simulator.close());

const list = () => call(simulator, "DescribeVpnConnections", { RegionId: "cn-hangzhou" });
const brokenOff = () => "broken off";

async function control(method: string, body?: string) {
  const response = await fetch(`${simulator.url}/_simulator/faults`, { method, body });
  const answer: unknown = await response.json();
  return [response.status, answer];
}

describe("faults over HTTP", () => {
  it("answer with an error of Alibaba's, as known or as given", async () => {
    simulator.faults.add({ kind: "error", code: "Forbidden.RAM", times: 1 });
    simulator.faults.add({
      kind: "error",
      code: "Odd",
      status: 418,
      message: "Short.",
      headers: { "x-own": "yes" },
      retryAfterMs: 70,
    });
    const known = await list();
    expect([known.status, at(known.body, "Code")]).toEqual([403, "Forbidden.RAM"]);
    expect(at(known.body, "Message")).toContain("doesn't support RAM");
    const given = await list();
    expect([given.status, at(given.body, "Message")]).toEqual([418, "Short."]);
    expect(given.headers.get("x-own")).toBe("yes");
    expect(given.headers.get("x-acs-retry-after")).toBe("70");
  });

  it("throttle, and say when to come back", async () => {
    simulator.faults.add({ kind: "throttle", code: "Throttling.User", retryAfterMs: 1500 });
    const answer = await list();
    expect([answer.status, at(answer.body, "Code")]).toEqual([400, "Throttling.User"]);
    expect(answer.headers.get("x-acs-retry-after")).toBe("1500");
  });

  it("hang until the simulator is reset, and answers what comes after", async () => {
    simulator.faults.add({ kind: "hang" });
    const hanging = list().catch(brokenOff);
    await vi.waitFor(() => expect(simulator.requests).toHaveLength(1));
    simulator.reset();
    expect(await hanging).toBe("broken off");
    expect((await list()).status).toBe(200);
  });

  it.each<Fault>([{ kind: "reset" }, { kind: "half-body" }])(
    "break off by $kind",
    async (fault) => {
      simulator.faults.add(fault);
      expect(await list().catch(brokenOff)).toBe("broken off");
      expect(simulator.requests.at(-1)?.answer).toBe(fault.kind);
      simulator.faults.clear();
      expect((await list()).status).toBe(200);
    },
  );

  it("hang until the simulator is closed, which does not wait for them", async () => {
    simulator.faults.add({ kind: "hang" });
    const hanging = list().catch(brokenOff);
    await vi.waitFor(() => expect(simulator.requests).toHaveLength(1));
    await simulator.close();
    expect(await hanging).toBe("broken off");
  });

  it("delay an answer by the latency at least", async () => {
    simulator.faults.add({ kind: "latency", ms: 30 });
    const start = performance.now();
    expect((await list()).status).toBe(200);
    // Timers may fire a fraction of a millisecond early.
    expect(performance.now() - start).toBeGreaterThan(28);
  });

  it("send any body under any status", async () => {
    simulator.faults.add({
      kind: "body",
      body: "<html>Bad gateway",
      status: 502,
      contentType: "text/html",
    });
    const answer = await list();
    expect([answer.status, answer.text]).toEqual([502, "<html>Bad gateway"]);
    expect(answer.headers.get("content-type")).toBe("text/html");
  });

  it("send the true answer as XML, twisted or under another status", async () => {
    simulator.faults.add({ kind: "xml", times: 1 });
    simulator.faults.add({ kind: "wrong-types", times: 1 });
    simulator.faults.add({ kind: "status", status: 503, times: 1 });
    const xml = await list();
    expect(xml.text).toMatch(/<DescribeVpnConnectionsResponse><RequestId>/);
    expect(xml.text.match(/<VpnConnection>/g)).toHaveLength(10);
    expect(at((await list()).body, "PageSize")).toBe("10");
    const status = await list();
    expect([status.status, at(status.body, "PageSize")]).toEqual([503, 10]);
  });

  it("put the gateway's clock off, so that its own check refuses", async () => {
    simulator.faults.add({ kind: "clock-skew", ms: 3_600_000, regionId: "cn-hangzhou", times: 1 });
    simulator.faults.add({ kind: "clock-skew", ms: -60_000 });
    const answer = await list();
    expect([answer.status, at(answer.body, "Code")]).toEqual([400, "InvalidTimeStamp.Expired"]);
    expect(at(answer.body, "Message")).toBe("Specified time stamp or date value is expired.");
    expect(simulator.requests.at(-1)).toMatchObject({
      answer: "InvalidTimeStamp.Expired",
      verified: true,
    });
    expect((await list()).status).toBe(200);
  });

  it("strike in the middle of a walk when they let some requests pass", async () => {
    const code = "InvalidSecurityToken.Expired";
    simulator.faults.add({ kind: "error", code, after: 2, times: 1 });
    const codes: unknown[] = [];
    for (let calls = 0; calls < 4; calls += 1) codes.push(at((await list()).body, "Code"));
    expect(codes).toEqual([undefined, undefined, code, undefined]);
  });

  it("do not hide a bad signature behind a throttle", async () => {
    simulator.faults.add({ kind: "throttle" });
    const answer = await call({ ...simulator, accessKeySecret: "wrong" }, "DescribeRegions");
    expect(at(answer.body, "Code")).toBe("SignatureDoesNotMatch");
  });
});

describe("the control path", () => {
  it("adds, lists and removes faults, and keeps out of the log", async () => {
    const faults = [{ kind: "hang", times: 2 }];
    expect(await control("POST", JSON.stringify(faults[0]))).toEqual([201, { faults }]);
    expect(await control("GET")).toEqual([200, { faults }]);
    expect(simulator.faults.list()).toEqual(faults);
    expect(await control("DELETE")).toEqual([200, { faults: [] }]);
    expect(simulator.requests).toEqual([]);
  });

  it("says what is wrong with a fault", async () => {
    expect(await control("POST", "{")).toEqual([400, { error: "The body must be JSON." }]);
    expect(await control("POST", '{"kind":"latency"}')).toEqual([
      400,
      { error: 'A fault of kind "latency" needs "ms".' },
    ]);
    expect(await control("PATCH")).toEqual([405, { error: "Use GET, POST or DELETE." }]);
  });
});
