import { expect, test } from "@/e2e/fixtures";
import { numbered, UP } from "@/e2e/wire";
import type { ChurnChange } from "@/lib/simulator/churn";
import { api } from "@/lib/vpn/hrefs";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** Five pages. */
const COUNT = 240;
const READS = 6;

const idsOf = ({ vpnConnections }: VpnConnectionList) =>
  vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId);

/**
 * One region each, since the quota of a region is worth some thirty such reads. Where one goes with
 * every call no reading by pages can promise anything, and sees to it only nearly always.
 */
const PLANS: { change: ChurnChange; everyCalls: number; regionId: string }[] = [
  { change: "alternate", everyCalls: 1, regionId: "cn-hangzhou" },
  { change: "alternate", everyCalls: 2, regionId: "cn-shanghai" },
  { change: "add", everyCalls: 1, regionId: "cn-shenzhen" },
  { change: "add", everyCalls: 4, regionId: "cn-hongkong" },
  { change: "remove", everyCalls: 7, regionId: "eu-central-1" },
];

for (const { change, everyCalls, regionId } of PLANS) {
  test(`while a list moves (${change}, every ${everyCalls} calls), a whole read has all that stayed, once`, async ({
    app,
    simulator,
  }) => {
    const address = api.download(regionId, NO_PARAMETERS, "json");
    simulator.setConnections(
      regionId,
      numbered(COUNT, () => UP),
    );
    simulator.setChurn(regionId, everyCalls, change);
    for (let read = 0; read < READS; read += 1) {
      const before = simulator.connectionIds(regionId);
      const reply = await fetch(app.url + address);
      expect(reply.status).toBe(200);
      const ids = idsOf(await reply.json());
      const after = new Set(simulator.connectionIds(regionId));
      expect(new Set(ids).size).toBe(ids.length);
      const shown = new Set(ids);
      const missing = before.filter((id) => after.has(id) && !shown.has(id));
      expect(missing, `in read ${read}`).toEqual([]);
    }
  });
}
