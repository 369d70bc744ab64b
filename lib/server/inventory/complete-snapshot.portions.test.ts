import { expect, it, vi } from "vitest";
import { NOTHING_KNOWN } from "@/lib/server/history/standing";
import { completeSnapshot } from "@/lib/server/inventory/complete-snapshot";
import { lastGateways } from "@/lib/server/inventory/gateway-lists";
import { vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { one, UP } from "@/lib/server/testing/region-answers";
import { toVpnGateway } from "@/lib/server/vpc-api/mappers/vpn-gateway";
import { rawVpnGateway } from "@/lib/server/vpc-api/raw/vpn-gateway";

vi.mock("@/lib/server/inventory/gateway-lists");

const vpnGatewayId = vpnGatewayBody.VpnGatewayId;
const gateway = toVpnGateway("region-1", rawVpnGateway.parse(vpnGatewayBody));
const standingOf = () => NOTHING_KNOWN;
const UNKNOWN = { vpnGateways: new Map(), customerGateways: new Map() };
const KNOWN = { ...UNKNOWN, vpnGateways: new Map([[vpnGatewayId, gateway]]) };

/** How often the event loop comes round while the work is done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await work;
  isDone = true;
  return turns;
}

it("a region of 10,000 connections leaves the event loop its turns, with or without a change", async () => {
  const vpnConnections = Array.from({ length: 10_000 }, (_, index) =>
    one("region-1", `vco-${index}`, UP, { vpnGatewayId }),
  );
  const read = {
    regionId: "region-1",
    vpnConnections,
    unreadable: [],
    requestId: null,
    fetchedAt: 0,
  };
  vi.mocked(lastGateways).mockReturnValue(UNKNOWN);
  const first = completeSnapshot(read, null, standingOf);
  expect(await turnsDuring(first)).toBeGreaterThan(30);
  const again = completeSnapshot(read, await first, standingOf);
  expect(await turnsDuring(again)).toBeGreaterThan(30);
  expect((await again).version).toBe((await first).version);
  vi.mocked(lastGateways).mockReturnValue(KNOWN);
  const named = completeSnapshot(await again, await again, standingOf);
  expect(await turnsDuring(named)).toBeGreaterThan(30);
  expect((await named).vpnConnections.at(-1)?.vpnGatewayName).toBe(vpnGatewayBody.Name);
});
