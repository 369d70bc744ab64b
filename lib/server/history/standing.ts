import "server-only";
import { type KnownRegion, sinceOf, WHOLE } from "@/lib/server/history/known-region";
import { DAY_MS } from "@/lib/vpn/history";
import { isFlapping } from "@/lib/vpn/timeline";
import type { VpnConnection } from "@/lib/vpn/types";

/** What history tells of the state that a connection is in. */
export type Standing = Pick<
  VpnConnection,
  "verdictSince" | "verdictSinceExact" | "changesIn24Hours" | "flapping"
>;

/** Of a connection, by its id. */
export type StandingOf = (vpnConnectionId: string) => Standing;

export function standingOf(region: KnownRegion, vpnConnectionId: string, now: number): Standing {
  const connection = region.connections.get(vpnConnectionId);
  const whole = connection?.parts.get(WHOLE);
  if (connection === undefined || whole === undefined) return NOTHING_KNOWN;
  const { since, isExact } = sinceOf(whole, region);
  const recent = connection.changedAt.filter((time) => time > now - DAY_MS);
  return {
    verdictSince: since,
    verdictSinceExact: isExact,
    changesIn24Hours: recent.length,
    flapping: isFlapping(recent, now),
  };
}

export const NOTHING_KNOWN: Standing = {
  verdictSince: null,
  verdictSinceExact: false,
  changesIn24Hours: null,
  flapping: false,
};
