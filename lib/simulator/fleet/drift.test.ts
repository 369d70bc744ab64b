import { expect, it } from "vitest";
import { createDrift } from "./drift";
import { buildFleet } from "./fleet";
import type { RegionFleet } from "./region-fleet";

const NOW = Date.UTC(2026, 10, 23);

const build = () => buildFleet({ regions: 3, connections: 400, seed: 7, now: NOW, secrets: {} });

function brokenLinks(fleet: RegionFleet[]): number {
  const text = JSON.stringify(fleet);
  return (
    text.match(/"Status":"i\w+_sa_(not_established|rekeying)"|"ike_sa_established"/g)?.length ?? 0
  );
}

it("changes links little by little, the same way for the same seed", () => {
  const [one, other, untouched] = [build(), build(), build()];
  const [stepOne, stepOther] = [createDrift(one, 7), createDrift(other, 7)];
  for (let step = 0; step < 5; step += 1) {
    stepOne();
    stepOther();
  }
  expect(one).not.toEqual(untouched);
  expect(one).toEqual(other);
});

it("keeps the proportions for as long as it runs", () => {
  const fleet = build();
  const before = brokenLinks(fleet);
  const step = createDrift(fleet, 7);
  const counts = Array.from({ length: 150 }, () => {
    step();
    return brokenLinks(fleet);
  });
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(before);
  expect(Math.max(...counts)).toBeLessThanOrEqual(before + 7);
  expect(new Set(counts).size).toBeGreaterThan(2);
});

it("has nothing to do in an empty fleet", () => {
  const fleet = buildFleet({ regions: 1, connections: 0, seed: 7, now: NOW, secrets: {} });
  expect(createDrift(fleet, 7)).not.toThrow();
});
