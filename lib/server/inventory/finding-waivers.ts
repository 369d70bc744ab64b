import "server-only";
import { currentWaivers } from "@/lib/server/inventory/waivers/waivers";
import type { Finding } from "@/lib/vpn/findings/finding";
import { type ShownWaiver, waiverFor } from "@/lib/vpn/findings/waiver";
import type { VpnConnection } from "@/lib/vpn/types";

/** That the team has accepted a finding; null where it has not, or no longer. */
export function waiverOf(finding: Finding, connection: VpnConnection | null): ShownWaiver | null {
  const waiver = waiverFor(finding, connection, currentWaivers().waivers, Date.now());
  if (waiver === null) return null;
  const { reason, until, lastDay } = waiver;
  return { reason, until, lastDay };
}

/** Changes when another finding may be accepted, or one no longer: what was found is then looked at again. */
export function waiversVersion(): string {
  const { waivers, version } = currentWaivers();
  const now = Date.now();
  const ended = waivers.filter(({ until }) => until <= now).length;
  return `${version}.${ended}`;
}
