import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { readDiagnoses, readTunnelLogs } from "@/lib/server/inventory/log-reads";
import * as replicas from "@/lib/server/replicas/replicas";
import { connectTo } from "@/lib/server/testing/account";
import { SECRETS } from "@/lib/server/testing/wire-bodies";
import { LATEST_LOGS } from "@/lib/vpn/logs/connection-logs";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

vi.mock("p-retry", () => import("@/lib/server/testing/swift-retry"));
vi.mock("@/lib/server/replicas/replicas", { spy: true });

const HERE = "cn-hangzhou";
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 2 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  vi.mocked(replicas.roleNow).mockReturnValue("follower");
  simulator.reset();
  simulator.requests.length = 0;
  simulator.setConnections(HERE, [
    {
      VpnConnectionId: "vco-1",
      VpnGatewayId: "vpn-1",
      Status: "ike_sa_not_established",
      IkeConfig: { Psk: SECRETS.psk },
    },
  ]);
  connectTo(simulator);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

/** As another replica has read it: nothing of its key is known here. */
function shared(id: string) {
  const one = tunnel("ike_sa_not_established");
  const ikeConfig = { ...one.ikeConfig, psk: { configured: true } };
  return connection(id, [{ ...one, ikeConfig }], { regionId: HERE, vpnGatewayId: "vpn-1" });
}

const question = { ...LATEST_LOGS, minutes: 3 };
const actions = () => simulator.requests.map(({ action }) => action);
const say = (text: string) =>
  simulator.faults.add({
    action: "DescribeVpnConnectionLogs",
    kind: "body",
    body: JSON.stringify({ Data: { Logs: [text] } }),
  });

it("keys that another replica has read are struck out of logs, after one call for all of them", async () => {
  say(`loaded ${SECRETS.psk}.`);
  const [{ lines }] = await Promise.all([
    readTunnelLogs(shared("vco-1"), null, question),
    readDiagnoses(shared("vco-1")).catch(() => null),
  ]);
  expect(lines.map(({ text }) => text)).toEqual(["loaded [secret]."]);
  expect(actions().filter((action) => action === "DescribeVpnConnections")).toHaveLength(1);
});

it("no log is shown where the keys cannot be read", async () => {
  simulator.faults.add({ action: "DescribeVpnConnections", kind: "error", code: "Forbidden.RAM" });
  await expect(readTunnelLogs(shared("vco-1"), null, question)).rejects.toMatchObject({
    code: "access_denied",
  });
  simulator.faults.clear();
  // Nor of one that is gone meanwhile.
  await expect(readTunnelLogs(shared("vco-gone"), null, question)).rejects.toMatchObject({
    code: "bad_answer",
  });
  expect(actions()).not.toContain("DescribeVpnConnectionLogs");
});
