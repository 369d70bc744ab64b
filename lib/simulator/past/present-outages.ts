import { healthOf } from "../account/health";
import type { Random } from "../account/random";
import type { VpnConnection } from "../account/wire";
import { idOf } from "./candidates";
import { until, type Incident } from "./incident";
import { wasUp } from "./status-changes";
import { day, hour, minuteOf } from "./times";

/** An outage that has not ended: since when it lasts. */
export type PresentOutage = { connection: VpnConnection; since: number; incident: Incident };

/** The first that is down is so for days, the first degraded for hours, the others for anything. */
const firstAgo = {
  down: [3 * day, 6 * day],
  degraded: [2 * hour, 8 * hour],
} as const;

export function drawPresentOutages(
  connections: readonly VpnConnection[],
  random: Random,
  now: number,
): PresentOutage[] {
  return (["down", "degraded"] as const).flatMap((health) =>
    connections
      .filter((connection) => healthOf(connection) === health)
      .map((connection, index) => {
        const [least, most] = index === 0 ? firstAgo[health] : [2 * hour, 28 * day];
        const since = minuteOf(now - random.integer(least, most));
        const differences = [until(idOf(connection), since, wasUp)];
        return { connection, since, incident: { kind: `${health}-since` as const, differences } };
      }),
  );
}
