import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { refreshIfDue } from "@/lib/server/inventory/snapshots";
import { readMetrics } from "@/lib/server/metrics/metrics-text";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { DOWN, one, regionAnswers, UP } from "@/lib/server/testing/region-answers";
import { OPERATOR, userWith } from "@/lib/server/testing/users";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/vpc-api/vpn-connections", () => ({
  describeAllVpnConnections: vi.fn<typeof VpnConnections.describeAllVpnConnections>(),
}));

let api: ReturnType<typeof regionAnswers>;
beforeEach(() => {
  stopClock();
  api = regionAnswers(2);
  vi.stubEnv("TUNNELBOARD_REGIONS", "region-1,region-2");
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

/** Has a region read, as somebody who looks at it does. */
async function read(regionId = "region-1") {
  const reading = refreshIfDue(regionId);
  await pass(1);
  await reading;
}

async function samplesOf(name: string, user = OPERATOR): Promise<string[]> {
  const text = (await readMetrics(user)).join("");
  const lines = text.split("\n").filter((line) => line.startsWith(`tunnelboard_${name}`));
  return lines.map((line) => line.slice("tunnelboard_".length));
}

const tunnels = () => samplesOf("vpn_tunnel_up");
const lastReads = () => samplesOf("region_last_read_timestamp_seconds");
const lastRead = (regionId: string, seconds: number) =>
  `region_last_read_timestamp_seconds{region_id="${regionId}"} ${seconds}`;
const info = (id: string, rest: string) =>
  `vpn_connection_info{region_id="region-1",vpn_connection_id="${id}",${rest}} 1`;
const tunnelUp = (id: string, number: number, value: number) =>
  `vpn_tunnel_up{region_id="region-1",vpn_connection_id="${id}",tunnel="${number}"} ${value}`;

describe("metrics of regions that have been read", () => {
  it("count findings by severity, once something has been read", async () => {
    const weak = tunnel(UP, "ikev1");
    const group2 = { ...weak, ikeConfig: { ...weak.ikeConfig, ikePfs: "group2" } };
    api.say("region-1", [connection("vco-weak", [group2], { regionId: "region-1" })]);
    expect(await samplesOf("findings")).toEqual([]);
    await read();
    expect(await samplesOf("findings")).toEqual([
      'findings{severity="critical"} 0',
      'findings{severity="high"} 1',
      'findings{severity="medium"} 2',
      'findings{severity="low"} 0',
      'findings{severity="info"} 0',
    ]);
  });

  it("tell of each tunnel that it is up or down, by the number it has on pages", async () => {
    const changing = { ...tunnel(UP), state: "updating" };
    const pair = connection("vco-pair", [tunnel(UP), tunnel(DOWN)], { regionId: "region-1" });
    const odd = connection("vco-odd", [changing, tunnel(UP)], { regionId: "region-1" });
    api.say("region-1", [pair, odd, one("region-1", "vco-none", null)]);
    await read();
    expect(await tunnels()).toEqual([
      tunnelUp("vco-pair", 1, 1),
      tunnelUp("vco-pair", 2, 0),
      tunnelUp("vco-odd", 2, 1),
    ]);
  });

  it("count connections by verdict, those of which there are none too", async () => {
    api.say("region-1", [one("region-1", "vco-1"), one("region-1", "vco-2", DOWN)]);
    await read();
    const counts = { down: 1, degraded: 0, unknown: 0, up: 1 };
    expect(await samplesOf("vpn_connections")).toEqual(
      Object.entries(counts).map(
        ([verdict, count]) => `vpn_connections{region_id="region-1",verdict="${verdict}"} ${count}`,
      ),
    );
  });

  it("say what connections are called; what is not known is empty", async () => {
    const dual = connection("vco-2", [tunnel(UP, "ikev1"), tunnel(UP, "ikev2")], {
      regionId: "region-1",
      name: 'Say "hi"\\\n',
      vpnGatewayId: null,
    });
    const pair = {
      ...dual,
      vpnConnectionId: "vco-3",
      name: "3",
      tunnels: [tunnel(UP), tunnel(UP)],
    };
    api.say("region-1", [one("region-1", "vco-1", UP, { name: "one" }), dual, pair]);
    await read();
    expect(await samplesOf("vpn_connection_info")).toEqual([
      info("vco-1", 'name="one",vpn_gateway_id="vpn-1",ike_version="ikev2",tunnel_mode="single"'),
      info(
        "vco-2",
        'name="Say \\"hi\\"\\\\\\n",vpn_gateway_id="",ike_version="ikev1,ikev2",tunnel_mode="dual"',
      ),
      info("vco-3", 'name="3",vpn_gateway_id="",ike_version="ikev2",tunnel_mode="dual"'),
    ]);
  });

  it("make no call, and say 0 of a region that has not been read", async () => {
    await read();
    const readAt = (Date.now() - 1) / 1000;
    expect(await lastReads()).toEqual([lastRead("region-1", readAt), lastRead("region-2", 0)]);
    expect(api.asked).toHaveLength(1);
  });
});

describe("a read that was long ago", () => {
  const refused = new VpcApiError("access_denied");

  it("stands for now while TUNNELBOARD_STALE_SECONDS last, and then only says when it was", async () => {
    await read();
    const readAt = (Date.now() - 1) / 1000;
    api.say("region-1", refused);
    await pass(3_500_000);
    await read();
    expect(await tunnels()).toEqual([tunnelUp("vco-1", 1, 1)]);
    await pass(200_000);
    for (const failsAgain of [false, true]) {
      if (failsAgain) await read();
      expect(await tunnels()).toEqual([]);
      expect(await samplesOf("vpn_connection")).toEqual([]);
      expect(await lastReads()).toContain(lastRead("region-1", readAt));
    }
  });

  it("stands for no more than a minute where that is 0 and nobody has looked since", async () => {
    vi.stubEnv("TUNNELBOARD_STALE_SECONDS", "0");
    await read();
    await pass(50_000);
    expect(await tunnels()).toHaveLength(1);
    await pass(20_000);
    expect(await tunnels()).toEqual([]);
  });
});

describe("who asks", () => {
  it.each([["viewer:region-1"], ["viewer:region-1/vpn-1"]])(
    "as %s is refused: metrics are of the whole account",
    async (role) => {
      const refusal = readMetrics(userWith([role]));
      await expect(refusal).rejects.toMatchObject({ name: "AccessError", reason: "limited" });
    },
  );

  it("at the same time gets the same text; later, a new one with Node's own metrics", async () => {
    const [first, second] = await Promise.all([readMetrics(OPERATOR), readMetrics(OPERATOR)]);
    expect(second).toBe(first);
    const later = await readMetrics(userWith(["viewer"]));
    expect(later).not.toBe(first);
    expect(later.join("")).toMatch(/^nodejs_heap_size_used_bytes \d/m);
  });
});
