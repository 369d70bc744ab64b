import type { Random } from "../account/random";
import { idOf, type Candidates } from "./candidates";
import type { Days } from "./days";
import { until, type Incident } from "./incident";
import { notNegotiated } from "./status-changes";
import { minute } from "./times";

/** The two youngest that are up: once they did not exist, and then had not negotiated yet. */
export function drawCreated(candidates: Candidates, days: Days, random: Random): Incident[] {
  const youngest = [...candidates.free()].sort((a, b) => b.CreateTime - a.CreateTime);
  return [days.next(), days.next()].map((at) => {
    const connection = candidates.take(() => true, youngest);
    if (!connection) return { kind: "created", differences: [] };
    const negotiated = at + random.integer(4, 25) * minute;
    return {
      kind: "created",
      differences: [
        until(idOf(connection), negotiated, notNegotiated),
        until(idOf(connection), at, () => null),
      ],
    };
  });
}
