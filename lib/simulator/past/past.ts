import { buildAccount, defaultSeed, type AccountOptions } from "../account/account";
import { createRandom, seedOf } from "../account/random";
import type { VpnConnection } from "../account/wire";
import { createCandidates } from "./candidates";
import { drawConfiguration } from "./configuration";
import { drawCreated } from "./created";
import { createDays } from "./days";
import { drawDeleted } from "./deleted";
import { drawFlapping } from "./flapping";
import { daysWithGaps, drawGaps } from "./gaps";
import type { Gap, Incident } from "./incident";
import { drawGatewayOutages, drawShortOutages } from "./outages";
import { drawPresentOutages } from "./present-outages";
import { pastLength } from "./times";

/** As the simulator is started with them; what is left out is the same there. */
export type PastOptions = Pick<AccountOptions, "regions" | "connections"> &
  Partial<Pick<AccountOptions, "seed" | "secrets">>;

export type Past = {
  start: number;
  now: number;
  regions: {
    regionId: string;
    /** As they are now, with those that are deleted by now, as they were at their best. */
    connections: VpnConnection[];
    gaps: Gap[];
  }[];
  /** In the order in which their differences are laid over the present. */
  incidents: Incident[];
};

/** Drawn backwards from the present, so that the past ends with exactly what the account is. */
export function drawPast(options: PastOptions, now: number): Past {
  const { regions, connections, seed = defaultSeed, secrets = {} } = options;
  const account = buildAccount({ regions, connections, seed, secrets, now });
  // A sequence for each part, so that a change of one leaves the others as they are.
  const random = (part: string) => createRandom(seedOf(seed, `past ${part}`));
  const gaps = drawGaps(account, random("gaps"), now);
  const days = createDays(random("days"), now, daysWithGaps);
  const candidates = createCandidates(account, random("candidates"));
  const created = drawCreated(candidates, days, random("created"));
  const flapping = drawFlapping(candidates, days, random("flapping"), now);
  const configuration = drawConfiguration(candidates, days, random("configuration"));
  const gatewayOutages = drawGatewayOutages(candidates, days, random("gateways"));
  const deleted = drawDeleted(account, candidates, days, random("deleted"));
  const present = drawPresentOutages(candidates.all, random("present"), now);
  const shortOutages = drawShortOutages(candidates, present, random("short"), now);

  return {
    start: now - pastLength,
    now,
    regions: account.map(({ region, connections }) => ({
      regionId: region.id,
      connections: connections.flatMap((connection) => [
        connection,
        ...deleted.flatMap((one) => (one.model === connection ? one.connection : [])),
      ]),
      gaps: gaps.get(region.id) ?? [],
    })),
    incidents: [
      ...present.map(({ incident }) => incident),
      ...created,
      ...configuration,
      ...flapping,
      ...gatewayOutages,
      ...shortOutages,
      ...deleted.map(({ incident }) => incident),
    ].filter(({ differences }) => differences.length > 0),
  };
}
