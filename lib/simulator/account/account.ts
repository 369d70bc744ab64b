import { createAddresses } from "./addresses";
import { createNames } from "./names";
import { outcomeDeck } from "./outcomes";
import { drawPlan } from "./plan";
import { createRandom, seedOf } from "./random";
import { buildRegion, type SimulatedRegion } from "./region-connections";
import { allRegions, type Region } from "./regions";
import { showcase, type ShowcasePlan } from "./showcase";
import { createSite } from "./site";
import { regionSizes } from "./sizes";

export const defaultSeed = 7;

export type AccountOptions = {
  regions: number;
  connections: number;
  seed: number;
  /** When the gateways that were paid in advance look at the calendar. */
  now: number;
  secrets: { psk?: string; authKey?: string };
};

function check({ regions, connections, seed }: AccountOptions): void {
  if (!Number.isInteger(regions) || regions < 1 || regions > allRegions.length) {
    throw new RangeError(`regions must be a whole number from 1 to ${allRegions.length}.`);
  }
  if (!Number.isInteger(connections) || connections < 0) {
    throw new RangeError("connections must be a whole number of at least 0.");
  }
  if (!Number.isInteger(seed)) throw new RangeError("seed must be a whole number.");
}

/** Everything follows from the options: the same ones give the same account, byte for byte. */
export function buildAccount(options: AccountOptions): SimulatedRegion[] {
  check(options);
  const random = createRandom(seedOf(options.seed, "fleet"));
  const sizes = regionSizes(options.regions, options.connections);
  const shown = sizes.map((size, index) => showcase[index]?.slice(0, size) ?? []);
  const deck = outcomeDeck(
    random,
    options.connections,
    shown.flat().map(({ outcome }) => outcome),
  );
  const addresses = createAddresses(random, Math.ceil(options.connections / 5));
  const resourceGroupIds = Array.from({ length: 4 }, () => `rg-acfm${random.text(11)}`);
  const cenId = `cen-${random.text(18)}`;

  function build(region: Region, size: number, fixed: readonly ShowcasePlan[]): SimulatedRegion {
    const own = createRandom(seedOf(options.seed, region.id));
    const parts = { region, random: own, names: createNames(own, region), addresses };
    const site = createSite({ ...parts, resourceGroupIds, now: options.now }, options.secrets);
    const mainlandChina = region.id.startsWith("cn-") && region.id !== "cn-hongkong";
    const plans = Array.from({ length: size }, (_, index) => {
      const given = fixed[index];
      const outcome = given?.outcome ?? deck.pop() ?? "up";
      return drawPlan(own, outcome, mainlandChina, given);
    });
    return buildRegion(site, plans, cenId);
  }

  return allRegions
    .slice(0, options.regions)
    .map((region, index) => build(region, sizes[index] ?? 0, shown[index] ?? []));
}
