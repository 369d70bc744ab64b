import { describe, expect, it } from "vitest";
import { healthOf, statusesOf } from "../account/health";
import { firstOf, incidentsOf, NOW, readsOf, sightsOf, type Sight } from "./testing";
import { day, hour, minute } from "./times";

function health({ connection }: Sight): string {
  return connection ? healthOf(connection) : "none";
}

/** The times at which the health became another. */
function changesOf(sights: readonly Sight[]): number[] {
  return sights
    .filter((sight, index) => {
      const before = sights[index - 1];
      return before !== undefined && health(before) !== health(sight);
    })
    .map(({ at }) => at);
}

function mostWithinAnHour(times: readonly number[]): number {
  return Math.max(...times.map((end) => times.filter((at) => end - hour < at && at <= end).length));
}

describe.each([7, 1, 2, 3])("with seed %i", (seed) => {
  const reads = readsOf(seed);
  const sights = (id: string) => sightsOf(reads, id);

  it("one connection flaps on several days, and within the last", () => {
    const spells = incidentsOf(seed, "flapping");
    const ids = new Set(spells.map((one) => firstOf(one).vpnConnectionId));
    expect(ids.size).toBe(1);
    expect(spells.length).toBeGreaterThan(2);
    const changes = changesOf(sights([...ids].join("")));
    const counts = spells.map((one) => {
      const start = firstOf(one).from;
      return mostWithinAnHour(changes.filter((at) => start <= at && at < start + hour));
    });
    expect(Math.min(...counts)).toBeGreaterThan(5);
    expect(changes.at(-1)).toBeGreaterThan(NOW - day);
  });

  it("what is down or degraded now was up once", () => {
    const since = [...incidentsOf(seed, "down-since"), ...incidentsOf(seed, "degraded-since")];
    for (const incident of since) {
      const { vpnConnectionId, to } = firstOf(incident);
      const seen = sights(vpnConnectionId);
      expect(seen.map(health)).toContain("up");
      expect(changesOf(seen).at(-1)).toBeGreaterThanOrEqual(to);
    }
    const now = reads.filter((read, index) =>
      reads.every((other, later) => later <= index || other.regionId !== read.regionId),
    );
    const broken = now
      .flatMap(({ connections }) => connections)
      .filter((connection) => ["down", "degraded"].includes(healthOf(connection)));
    expect(since).toHaveLength(broken.length);
  });

  it("one has been down for days, and one degraded for some hours", () => {
    const [down] = incidentsOf(seed, "down-since").map((one) => NOW - firstOf(one).to);
    const [degraded] = incidentsOf(seed, "degraded-since").map((one) => NOW - firstOf(one).to);
    expect(down).toBeGreaterThan(3 * day - minute);
    expect(degraded).toBeLessThan(9 * hour);
  });

  it("gateways take down all their connections, for 5 to 40 minutes", () => {
    const kinds = ["customer-gateway-outage", "vpn-gateway-outage"] as const;
    for (const incident of kinds.flatMap((kind) => incidentsOf(seed, kind))) {
      for (const { vpnConnectionId, from, to } of incident.differences) {
        expect(to - from).toBeGreaterThanOrEqual(5 * minute);
        expect(to - from).toBeLessThanOrEqual(40 * minute);
        const during = sights(vpnConnectionId).findLast(({ at }) => at <= from);
        expect(during && ["down", "never"].includes(health(during))).toBe(true);
      }
    }
    const [largest] = incidentsOf(seed, "vpn-gateway-outage");
    const down = new Set(largest?.differences.map(({ vpnConnectionId }) => vpnConnectionId));
    const all = reads.flatMap(({ connections }) => connections);
    const gatewayId = all.find((one) => down.has(one.VpnConnectionId))?.VpnGatewayId;
    const its = all.filter(({ VpnGatewayId }) => VpnGatewayId === gatewayId);
    expect(new Set(its.map(({ VpnConnectionId }) => VpnConnectionId))).toEqual(down);
  });

  it("short outages are of one tunnel, and of some connections only", () => {
    const outages = incidentsOf(seed, "short-outage");
    expect(outages.every(({ differences }) => differences.length === 1)).toBe(true);
    const ids = new Set(outages.map((one) => firstOf(one).vpnConnectionId));
    expect(ids.size).toBeGreaterThan(20);
    expect(ids.size).toBeLessThan(80);
    const states = [...ids].flatMap((id) =>
      sights(id).flatMap(({ connection }) => (connection ? [statusesOf(connection)] : [])),
    );
    expect(states.some((one) => new Set(one).size === 2)).toBe(true);
  });
});
