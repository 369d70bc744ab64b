import { expect, it } from "vitest";
import { createDrift } from "./drift";
import { buildAccount } from "./account";
import type { SimulatedRegion } from "./region-connections";

const NOW = Date.UTC(2026, 10, 23);

const build = () => buildAccount({ regions: 3, connections: 400, seed: 7, now: NOW, secrets: {} });

function brokenLinks(account: SimulatedRegion[]): number {
  const text = JSON.stringify(account);
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
  const account = build();
  const before = brokenLinks(account);
  const step = createDrift(account, 7);
  const counts = Array.from({ length: 150 }, () => {
    step();
    return brokenLinks(account);
  });
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(before);
  expect(Math.max(...counts)).toBeLessThanOrEqual(before + 7);
  expect(new Set(counts).size).toBeGreaterThan(2);
});

it("has nothing to do in an empty account", () => {
  const account = buildAccount({ regions: 1, connections: 0, seed: 7, now: NOW, secrets: {} });
  expect(createDrift(account, 7)).not.toThrow();
});
