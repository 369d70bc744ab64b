import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lookUpId } from "@/lib/server/inventory/id-lookup";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { one, regionAnswers } from "@/lib/server/testing/region-answers";
import { CHINESE_OPERATOR, OPERATOR } from "@/lib/server/testing/users";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";
import type { IdLookup } from "@/lib/vpn/id-lookup";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/vpc-api/vpn-connections", () => ({
  describeAllVpnConnections: vi.fn<typeof VpnConnections.describeAllVpnConnections>(),
}));

let api: ReturnType<typeof regionAnswers>;

beforeEach(() => {
  stopClock();
  api = regionAnswers(3);
  for (const regionId of ["region-1", "region-2", "region-3"]) api.say(regionId, []);
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

/** The region has the wanted id, and says so after that long. */
const has = (regionId: string, tookMs: number) =>
  api.say(regionId, [one(regionId, "vco-wanted")], { tookMs });

/** What the look-ups have found so far. */
function watch(user = OPERATOR): IdLookup[] {
  const seen: IdLookup[] = [];
  void lookUpId("vco-wanted", user).then((lookup) => seen.push(lookup));
  return seen;
}
const found = (...regionIds: string[]) => [
  { kind: "vpnConnection", found: regionIds.map((regionId) => ({ regionId })), failed: [] },
];

describe("a look-up", () => {
  it("that has found the id waits a second more for other regions that have it", async () => {
    has("region-1", 100);
    has("region-2", 1_050);
    has("region-3", 1_200);
    const seen = watch();
    await pass(1_099);
    expect(seen).toEqual([]);
    await pass(1);
    expect(seen).toMatchObject(found("region-1", "region-2"));
  });

  it("that has found the id does not mind regions that fail or stay silent", async () => {
    api.say("region-1", new VpcApiError("unreachable"));
    has("region-2", 9);
    api.say("region-3", "never");
    const seen = watch();
    await pass(1_009);
    expect(seen).toMatchObject(found("region-2"));
  });

  it("that has found nothing waits for all, as long as a request may take", async () => {
    api.say("region-1", [], { tookMs: 19_000 });
    api.say("region-3", "never");
    const seen = watch();
    await pass(24_999);
    expect(seen).toEqual([]);
    await pass(1);
    expect(seen).toMatchObject([
      { found: [], failed: [{ region: { regionId: "region-3" }, problemCode: "timeout" }] },
    ]);
  });

  it("reads each region once for all who ask, and goes on when they no longer wait", async () => {
    has("region-1", 30_000);
    const first = watch();
    await pass(25_000);
    expect(first).toMatchObject([{ found: [], failed: [{ problemCode: "timeout" }] }]);
    const second = watch();
    const third = watch(CHINESE_OPERATOR);
    await pass(6_000);
    expect(second).toMatchObject(found("region-1"));
    expect(third[0]).toMatchObject({ found: [{ localName: "region-1 zh-CN" }] });
    expect(api.timesOf("region-1")).toHaveLength(1);
  });

  it("asks all regions at the same time, in the foreground", async () => {
    watch();
    await pass(0);
    expect(api.asked).toMatchObject(
      ["region-1", "region-2", "region-3"].map((regionId) => ({
        regionId,
        at: api.asked[0]?.at,
        isBackground: false,
      })),
    );
  });
});
