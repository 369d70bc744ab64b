import type { Random } from "../account/random";
import type { SimulatedRegion } from "../account/region-connections";
import type { Gap } from "./incident";
import { day, hour, minute, minuteOf } from "./times";

const refusedDay = 5;
const serverDay = 8;

/** The days that gaps may reach into. */
export const daysWithGaps = [refusedDay, serverDay, serverDay + 1, serverDay + 2];

/** A night in Europe: when the server was off, no region was read. */
function serverOff(random: Random, now: number): Gap {
  const midnight = Math.floor((now - serverDay * day) / day) * day;
  return {
    from: minuteOf(midnight - random.integer(2 * hour, 4 * hour)),
    to: minuteOf(midnight + random.integer(4 * hour, 6 * hour)),
    reason: "server",
  };
}

function refused(random: Random, now: number): Gap {
  const from = now - refusedDay * day + random.integer(minute, 16 * hour);
  const length = random.integer(2 * hour, 6 * hour);
  return { from: minuteOf(from), to: minuteOf(from + length), reason: "refused" };
}

/** By region, in order of time. */
export function drawGaps(account: readonly SimulatedRegion[], random: Random, now: number) {
  const off = serverOff(random, now);
  const refusal = refused(random, now);
  const [refusing] = random.shuffle(account.filter(({ connections }) => connections.length > 0));
  return new Map(
    account.map((part) => [part.region.id, part === refusing ? [off, refusal] : [off]]),
  );
}
