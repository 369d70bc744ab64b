import type { Random } from "../account/random";
import type { VpnConnection } from "../account/wire";
import type { Candidates } from "./candidates";
import type { Days } from "./days";
import type { Difference, Incident } from "./incident";
import { outage } from "./outages";
import { hour, minute, minuteOf } from "./times";

/** Tunnel 1 down and up again four or five times, within less than an hour. */
function spell(connection: VpnConnection, start: number, random: Random): Difference[] {
  let from = start;
  return Array.from({ length: random.integer(4, 5) }, () => {
    const minutes = random.integer(2, 5);
    const difference = outage(connection, { from, minutes, tunnelIndex: 0 }, random);
    from += (minutes + random.integer(2, 6)) * minute;
    return difference;
  });
}

/** One connection, on three days and once more within the last. */
export function drawFlapping(
  candidates: Candidates,
  days: Days,
  random: Random,
  now: number,
): Incident[] {
  const last = minuteOf(now - random.integer(3 * hour, 20 * hour));
  const starts = [days.next(), days.next(), days.next(), last];
  const connection = candidates.take();
  if (!connection) return [];
  return starts.map((start) => ({
    kind: "flapping",
    differences: spell(connection, start, random),
  }));
}
