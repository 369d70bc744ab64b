import type { Random } from "../account/random";
import { drawDownStatus } from "../account/sa-status";
import { tunnelsOf } from "../account/health";
import type { VpnConnection } from "../account/wire";
import { idOf, type Candidates } from "./candidates";
import type { Days } from "./days";
import type { Difference, Incident } from "./incident";
import type { PresentOutage } from "./present-outages";
import { goesDown } from "./status-changes";
import { hour, minute, minuteOf, pastLength } from "./times";

type Outage = { from: number; minutes: number; tunnelIndex?: number };

export function outage(
  connection: VpnConnection,
  { from, minutes, tunnelIndex }: Outage,
  random: Random,
): Difference {
  return {
    vpnConnectionId: idOf(connection),
    from,
    to: from + minutes * minute,
    change: goesDown(drawDownStatus(random), tunnelIndex),
  };
}

function drawMinutes(random: Random): number {
  const [least, most] = random.weighted([
    [[1, 9] as const, 60],
    [[10, 25] as const, 30],
    [[45, 180] as const, 10],
  ]);
  return random.integer(least, most);
}

/** A few, mostly of the same tunnel, all of them over well before the given end. */
function shortOutages(
  connection: VpnConnection,
  count: number,
  [start, end]: readonly [number, number],
  random: Random,
): Incident[] {
  const latest = end - 4 * hour;
  if (latest <= start) return [];
  const last = Math.max(0, tunnelsOf(connection).length - 1);
  const usual = random.integer(0, last);
  return Array.from({ length: count }, () => {
    const tunnelIndex = random.chance(0.8) ? usual : random.integer(0, last);
    const from = minuteOf(random.integer(start + minute, latest));
    const drawn = { from, minutes: drawMinutes(random), tunnelIndex };
    return { kind: "short-outage", differences: [outage(connection, drawn, random)] };
  });
}

/** Of a tenth of the connections that are up, and of what has been up before it went down. */
export function drawShortOutages(
  candidates: Candidates,
  present: readonly PresentOutage[],
  random: Random,
  now: number,
): Incident[] {
  const start = now - pastLength;
  const unsteady = candidates.free().filter(() => random.chance(0.1));
  return [
    ...unsteady.flatMap((one) => shortOutages(one, random.integer(2, 4), [start, now], random)),
    ...present.flatMap(({ connection, since }) =>
      shortOutages(connection, random.integer(0, 2), [start, since], random),
    ),
  ];
}

/** Three customer gateways and two VPN gateways, each with all that ends there. */
export function drawGatewayOutages(candidates: Candidates, days: Days, random: Random): Incident[] {
  const kinds = [
    ["customer-gateway-outage", 3, candidates.takeCustomerGateway],
    ["vpn-gateway-outage", 2, candidates.takeVpnGateway],
  ] as const;
  return kinds.flatMap(([kind, count, take]) =>
    Array.from({ length: count }, () => {
      const drawn = { from: days.next(), minutes: random.integer(5, 40) };
      const connections = take(() => true);
      return { kind, differences: connections.map((one) => outage(one, drawn, random)) };
    }),
  );
}
