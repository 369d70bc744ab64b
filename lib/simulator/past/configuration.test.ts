import { describe, expect, it } from "vitest";
import { healthOf, tunnelsOf } from "../account/health";
import type { VpnConnection } from "../account/wire";
import type { Incident } from "./incident";
import { firstOf, incidentsOf, readsOf, sightsOf } from "./testing";
import { minute } from "./times";

const stateKeys = new Set(["Status", "BgpStatus"]);

/** The connection without what tells its state. */
function configurationOf(connection: VpnConnection | undefined): string {
  return JSON.stringify(connection, (key, value) => (stateKeys.has(key) ? undefined : value));
}

/** A change holds from its start, or until it: the earliest time that is in the past. */
function timeOf(incident: Incident): number {
  const { from, to } = firstOf(incident);
  return Math.max(from, from === -Infinity ? to : from);
}

describe.each([7, 1, 2, 3])("with seed %i", (seed) => {
  const reads = readsOf(seed);
  const incidents = incidentsOf(seed, "changed-before-outage");

  it("five configurations change two minutes before an outage", () => {
    expect(incidents).toHaveLength(5);
    for (const incident of incidents) {
      const changed = timeOf(incident);
      for (const id of new Set(incident.differences.map((one) => one.vpnConnectionId))) {
        const sights = sightsOf(reads, id);
        const index = sights.findIndex(({ at }) => at === changed);
        const [before, during, after] = sights.slice(index - 1, index + 2);
        expect(configurationOf(before?.connection)).not.toBe(configurationOf(during?.connection));
        expect(during?.connection && healthOf(during.connection)).toBe("up");
        expect(after?.at).toBe(changed + 2 * minute);
        expect(configurationOf(after?.connection)).toBe(configurationOf(during?.connection));
        expect(after?.connection && healthOf(after.connection)).toMatch(/^(down|degraded)$/);
      }
    }
  });

  it("the IKE lifetime goes from 86400 to 28800, and back", () => {
    const id = incidents.map((one) => firstOf(one).vpnConnectionId)[0] ?? "";
    const lifetimes = sightsOf(reads, id).map(
      ({ connection }) => connection && tunnelsOf(connection)[0]?.TunnelIkeConfig.IkeLifetime,
    );
    expect(lifetimes).toEqual(["86400", "28800", "28800", "86400", "86400"]);
  });

  it("two more change without one", () => {
    const changes = incidentsOf(seed, "changed");
    expect(changes).toHaveLength(2);
    for (const incident of changes) {
      const sights = sightsOf(reads, firstOf(incident).vpnConnectionId);
      expect(sights.map(({ connection }) => connection && healthOf(connection))).toEqual([
        "up",
        "up",
      ]);
      expect(sights[1]?.at).toBe(timeOf(incident));
    }
  });
});
