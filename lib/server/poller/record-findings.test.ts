import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { recordFindings } from "@/lib/server/history/findings/record-findings";
import type { describeCustomerGateways } from "@/lib/server/vpc-api/customer-gateways";
import { refreshIfDue } from "@/lib/server/inventory/snapshots";
import { recordAccountFindings } from "@/lib/server/poller/record-findings";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { gatewayAnswers } from "@/lib/server/testing/gateway-answers";
import { regionAnswers, UP } from "@/lib/server/testing/region-answers";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";
import { describeVpnGateways } from "@/lib/server/vpc-api/vpn-gateways";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/history/findings/record-findings", () => ({
  recordFindings: vi.fn<typeof recordFindings>(async () => true),
}));
vi.mock("@/lib/server/vpc-api/vpn-connections", () => ({
  describeAllVpnConnections: vi.fn<typeof VpnConnections.describeAllVpnConnections>(),
}));
vi.mock("@/lib/server/vpc-api/vpn-gateways", () => ({
  describeVpnGateways: vi.fn<typeof describeVpnGateways>(),
}));
vi.mock("@/lib/server/vpc-api/customer-gateways", () => ({
  describeCustomerGateways: vi.fn<typeof describeCustomerGateways>(),
}));

let api: ReturnType<typeof regionAnswers>;
let gateways: ReturnType<typeof gatewayAnswers>;

beforeEach(() => {
  stopClock();
  vi.mocked(recordFindings).mockClear();
  api = regionAnswers(2);
  gateways = gatewayAnswers();
  vi.stubEnv("TUNNELBOARD_REGIONS", "region-1,region-2");
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

function weak(regionId: string) {
  const { ikeConfig, ...rest } = tunnel(UP);
  const group2 = { ...rest, ikeConfig: { ...ikeConfig, ikePfs: "group2" } };
  return connection(`vco-${regionId}`, [group2], { regionId });
}

async function read(regionId: string) {
  const reading = refreshIfDue(regionId);
  await pass(1);
  await reading;
}

async function record() {
  const recording = recordAccountFindings();
  await pass(1);
  await recording;
  const calls = vi.mocked(recordFindings).mock.calls.map(([found]) => found);
  vi.mocked(recordFindings).mockClear();
  return calls;
}

describe("findings that are recorded", () => {
  it("are those of each region that has been read, with what could not be told yet", async () => {
    api.say("region-1", [weak("region-1")]);
    api.say("region-2", [weak("region-2")]);
    await read("region-1");
    const [first, ...others] = await record();
    expect(others).toEqual([]);
    expect(first?.regionId).toBe("region-1");
    expect(first?.findings.map(({ rule }) => rule)).toContain("dh-group-2");
    expect(first?.subjects).toContain("vco-region-1");
    expect([...(first?.unapplied ?? [])]).toContain("psk-reused");
    await read("region-2");
    const both = await record();
    expect(both.map(({ regionId }) => regionId)).toEqual(["region-1", "region-2"]);
    for (const { unapplied } of both) expect([...unapplied]).toEqual([]);
  });

  it("are recorded again only when something has changed, or with the hour, and not of what is too old", async () => {
    api.say("region-1", [weak("region-1")]);
    api.say("region-2", []);
    await read("region-1");
    await read("region-2");
    expect(await record()).toHaveLength(2);
    expect(await record()).toEqual([]);
    const before = gateways.asked.length;
    await pass(3_600_000);
    expect(await record()).toEqual([]);
    await read("region-1");
    await read("region-2");
    expect(await record()).toHaveLength(2);
    expect(gateways.asked.length).toBeGreaterThan(before);
  });

  it("are handed in again where the database could not take them", async () => {
    api.say("region-1", [weak("region-1")]);
    await read("region-1");
    vi.mocked(recordFindings).mockResolvedValueOnce(false);
    expect(await record()).toHaveLength(1);
    expect(await record()).toHaveLength(1);
    expect(await record()).toEqual([]);
  });

  it("of gateways wait until gateways can be read", async () => {
    vi.stubEnv("TUNNELBOARD_REGIONS", "region-1");
    api.say("region-1", [weak("region-1")]);
    vi.mocked(describeVpnGateways).mockRejectedValue(new VpcApiError("access_denied"));
    await read("region-1");
    const [found] = await record();
    expect([...(found?.unapplied ?? [])]).toEqual(["gateway-expiring"]);
  });
});
