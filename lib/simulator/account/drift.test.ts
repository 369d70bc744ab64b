import { expect, it } from "vitest";
import { accountAt } from "../past/account-at";
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

it("lets the health check fail with the tunnel that it goes through", () => {
  const account = build();
  const all = account.flatMap(({ connections }) => connections);
  const checked = all.filter(({ VcoHealthCheck }) => VcoHealthCheck?.Enable === "true");
  const unlike = () =>
    checked.filter(
      ({ Status, VcoHealthCheck }) =>
        Status !== "ipsec_sa_established" && VcoHealthCheck?.Status === "success",
    );
  const before = structuredClone(checked);
  const step = createDrift(account, 7);
  let changed = 0;
  for (let count = 0; count < 150; count += 1) {
    step();
    expect(unlike()).toEqual([]);
    if (JSON.stringify(checked) !== JSON.stringify(before)) changed += 1;
  }
  expect(changed).toBeGreaterThan(0);
});

it("goes on from the present that the past ends with", () => {
  const account = build();
  const present = accountAt({ regions: 3, connections: 400, seed: 7 }, NOW, NOW);
  expect(account.map(({ connections }) => connections)).toEqual(
    present.map(({ connections }) => connections),
  );
  createDrift(account, 7)();
  expect(accountAt({ regions: 3, connections: 400, seed: 7 }, NOW, NOW)).toEqual(present);
});

it("has nothing to do in an empty account", () => {
  const account = buildAccount({ regions: 1, connections: 0, seed: 7, now: NOW, secrets: {} });
  expect(createDrift(account, 7)).not.toThrow();
});
