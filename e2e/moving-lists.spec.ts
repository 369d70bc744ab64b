import { expect, test } from "@/e2e/fixtures";
import { numbered, UP } from "@/e2e/wire";
import type { ChurnChange } from "@/lib/simulator/churn";
import { api } from "@/lib/vpn/hrefs";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** Five pages. */
const COUNT = 240;
const READS = 8;

const idsOf = ({ vpnConnections }: VpnConnectionList) =>
  vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId);

const CHANGES: ChurnChange[] = ["alternate", "remove", "add"];
const RHYTHMS = [1, 2, 3, 5, 7];

for (const change of CHANGES) {
  test(`while a list moves between its pages (${change}), a whole read has all that stayed, once`, async ({
    app,
    simulator,
  }) => {
    test.slow();
    const regionId = "cn-beijing";
    const address = api.download(regionId, { ...NO_PARAMETERS, open: [] }, "json");
    for (const everyCalls of RHYTHMS) {
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
        expect(missing, `after every ${everyCalls} calls, read ${read}`).toEqual([]);
      }
    }
  });
}
