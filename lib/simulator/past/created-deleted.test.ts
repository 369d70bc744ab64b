import { describe, expect, it } from "vitest";
import { healthOf } from "../account/health";
import { firstOf, incidentsOf, readsOf, sightsOf } from "./testing";

describe.each([7, 1, 2, 3])("with seed %i", (seed) => {
  const reads = readsOf(seed);
  const healths = (id: string) =>
    sightsOf(reads, id).map(({ connection }) => connection && healthOf(connection));

  it("two connections were created, and negotiated some minutes later", () => {
    const created = incidentsOf(seed, "created");
    expect(created).toHaveLength(2);
    for (const incident of created) {
      expect(healths(firstOf(incident).vpnConnectionId)).toEqual([undefined, "never", "up"]);
    }
  });

  it("one went down and was deleted", () => {
    const deleted = incidentsOf(seed, "deleted");
    expect(deleted).toHaveLength(1);
    for (const incident of deleted) {
      expect(healths(firstOf(incident).vpnConnectionId)).toEqual(["up", "down", undefined]);
    }
  });

  it("ids are of one connection each, at any time", () => {
    for (const { connections } of reads) {
      const ids = connections.map(({ VpnConnectionId }) => VpnConnectionId);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
