import { expect, test } from "vitest";
import { buildModel } from "@/lib/vpn/peer-config/build-model";
import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import { numberOf } from "@/lib/vpn/peer-config/vendor-parts";
import { inputOf, settledPair } from "@/lib/vpn/testing/peer-config/inputs";

/** With ids as Alibaba's are: letters and digits that are much alike. */
const IDS = Array.from({ length: 3000 }, (_, index) => `vco-bp1k${index.toString(36)}z0`);

const numbersOf = (id: string) => {
  const model = modelOf(id);
  return model.tunnels.map((tunnel) => numberOf(model, tunnel));
};

test("numbers of the tunnels follow each other and fit every device", () => {
  const all = IDS.map(numbersOf);
  expect(all.every(([first = 0, second]) => first % 2 === 1 && second === first + 1)).toBe(true);
  const numbers = all.flat();
  expect(Math.min(...numbers)).toBeGreaterThan(1000);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(10_000);
});

test("connections on one device hardly ever have the same number", () => {
  const firsts = IDS.slice(0, 60).map((id) => numbersOf(id)[0]);
  expect(new Set(firsts).size).toBeGreaterThan(56);
  expect(numbersOf("vco-routed")).not.toEqual(numbersOf("vco-trsingle"));
});

function modelOf(vpnConnectionId: string): PeerModel {
  const model = buildModel(inputOf(settledPair(), { vpnConnectionId }));
  if ("refusals" in model) throw new Error(JSON.stringify(model.refusals));
  return model;
}
