import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NOTHING_KNOWN } from "@/lib/server/history/standing";
import { findInPortions } from "@/lib/server/inventory/find-in-portions";
import { completeSnapshot } from "@/lib/server/inventory/complete-snapshot";
import { NOW, pair, single } from "@/lib/server/testing/findings";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { rawVpnConnection } from "@/lib/server/vpc-api/raw/vpn-connection";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { VpnConnection } from "@/lib/vpn/types";

const REGION = "cn-hangzhou";
const GATEWAYS = { vpnGateways: new Map(), customerGateways: new Map() };
const WEAK = { ike: { IkeEncAlg: "des" }, ipsec: { IpsecPfs: "disabled" } };

beforeEach(() => {
  globalThis.__tunnelboard = undefined;
});
afterEach(() => {
  globalThis.__tunnelboard = undefined;
});

const read = (body: object) => toVpnConnection(REGION, rawVpnConnection.parse(body));
const find = (vpnConnections: readonly VpnConnection[], now = NOW) =>
  findInPortions([{ regionId: REGION, vpnConnections, ...GATEWAYS }], now);

function snapshotOf(
  vpnConnections: VpnConnection[],
  before: RegionSnapshot | null = null,
): Promise<RegionSnapshot> {
  const whole = {
    regionId: REGION,
    vpnConnections,
    unreadable: [],
    requestId: null,
    fetchedAt: NOW,
  };
  return completeSnapshot(whole, before, () => NOTHING_KNOWN);
}

const withKey = (Psk: string) => [read(single({ ike: { Psk } }))];

describe("findings in portions", () => {
  it("leave the event loop its turns", async () => {
    const many = Array.from({ length: 200 }, (_, index) => read(pair(WEAK, `vco-${index}`)));
    let turns = 0;
    let isDone = false;
    const count = () => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    // As on a machine that takes a millisecond for each portion.
    let now = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 1));
    const found = await find(many);
    clock.mockRestore();
    isDone = true;
    expect(turns).toBeGreaterThan(30);
    expect(found.slice(0, 200).every(({ severity }) => severity === "critical")).toBe(true);
  });

  it("of a connection that is the same object are the same objects, at any time", async () => {
    const connections = [read(single(WEAK))];
    const [first] = await find(connections);
    const [again] = await find(connections, NOW + 1);
    expect(first).toMatchObject({ rule: "encryption-des" });
    expect(again).toBe(first);
  });

  it("follow a key that has changed, though nothing else can be seen to have changed", async () => {
    const before = await snapshotOf(withKey("r8Kw2Zp5Xv9Lq3Nc7Tb1-old"));
    expect(await find(before.vpnConnections)).toEqual([]);
    const after = await snapshotOf(withKey("123456"), before);
    const rules = (await find(after.vpnConnections)).map(({ rule }) => rule);
    expect(rules).toEqual(["psk-trivial", "psk-short"]);
    const same = await snapshotOf(withKey("123456"), after);
    expect(same.vpnConnections[0]).toBe(after.vpnConnections[0]);
    const strong = await snapshotOf(withKey("r8Kw2Zp5Xv9Lq3Nc7Tb1-new"), same);
    expect(await find(strong.vpnConnections)).toEqual([]);
  });
});
