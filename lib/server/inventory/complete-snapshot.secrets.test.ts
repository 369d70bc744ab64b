import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { listAllVpnConnections } from "@/lib/server/inventory/all-connections";
import { facetsSoFar } from "@/lib/server/inventory/facets";
import {
  CUSTOMER_GATEWAYS,
  getGateway,
  listGateways,
  VPN_GATEWAYS,
} from "@/lib/server/inventory/gateways";
import { lookUpId } from "@/lib/server/inventory/id-lookup";
import { lastSnapshot } from "@/lib/server/inventory/snapshots";
import { getVpnConnection, listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { connectTo } from "@/lib/server/testing/account";
import { customerGatewayBody, vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { heldTexts } from "@/lib/server/testing/held-texts";
import { OPERATOR, userWith } from "@/lib/server/testing/users";
import { dualTunnel, SECRETS, singleTunnel } from "@/lib/server/testing/wire-bodies";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { listParametersOf, NO_PARAMETERS } from "@/lib/vpn/list-parameters";

const REGION = "cn-hangzhou";
const PLAIN = listParametersOf(NO_PARAMETERS);
const SEARCH = { ...PLAIN, q: "office" };

let simulator: Simulator;
let lines: string[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 1 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.setConnections(REGION, [singleTunnel, dualTunnel, { Psk: SECRETS.psk }]);
  simulator.setVpnGateways(REGION, [vpnGatewayBody]);
  simulator.setCustomerGateways(REGION, [customerGatewayBody]);
  lines = connectTo(simulator);
  // Everything is read anew by whoever asks.
  vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "0");
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

it("no secret stays in the process or its log, whatever has been read, and how often", async () => {
  const limited = userWith([`viewer:${REGION}/vpn-gateway1`]);
  await listVpnConnections(REGION, PLAIN, OPERATOR);
  await vi.waitUntil(() => lastSnapshot(REGION) !== undefined);
  for (const user of [OPERATOR, limited, OPERATOR]) {
    await listVpnConnections(REGION, PLAIN, user);
    await listVpnConnections(REGION, SEARCH, user);
    await listAllVpnConnections(SEARCH, user, 1_000);
    await getVpnConnection(REGION, "vco-single1", user);
    await getGateway(VPN_GATEWAYS, REGION, "vpn-gateway1", user);
    await listGateways(CUSTOMER_GATEWAYS, REGION, user);
    await lookUpId("cgw-customer1", user);
    facetsSoFar(REGION, user);
  }
  const keys = [REGION, "en-US", JSON.stringify([REGION, PLAIN])];
  const held = heldTexts(globalThis.__tunnelboard, keys) + lines.join("\n");
  for (const text of ["branch office", "both offices", "in the cellar", "firstPages"]) {
    expect(held).toContain(text);
  }
  expect(heldTexts(globalThis.__tunnelboard?.firstPages, keys)).toContain("branch office");
  for (const secret of Object.values(SECRETS)) expect(held).not.toContain(secret);
});
