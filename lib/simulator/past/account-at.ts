import type { VpnConnection } from "../account/wire";
import { connectionAt, differencesByConnection } from "./connection-at";
import type { Gap } from "./incident";
import { drawPast, type PastOptions } from "./past";

export type RegionAt = {
  regionId: string;
  connections: VpnConnection[];
  /** Defined when nobody could see what this says, between the last good read and the next. */
  gap: Gap | undefined;
};

/** What the account was at a time of the last 30 days, by region. */
export function accountAt(options: PastOptions, now: number, time: number): RegionAt[] {
  const { regions, incidents } = drawPast(options, now);
  const differences = differencesByConnection(incidents);
  return regions.map(({ regionId, connections, gaps }) => {
    return {
      regionId,
      connections: connections.flatMap(
        (one) => connectionAt(one, differences.get(one.VpnConnectionId) ?? [], time) ?? [],
      ),
      gap: gaps.find(({ from, to }) => from < time && time < to),
    };
  });
}
