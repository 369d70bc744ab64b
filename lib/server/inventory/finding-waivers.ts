import "server-only";
import { currentWaivers } from "@/lib/server/inventory/waivers/waivers";
import type { Finding } from "@/lib/vpn/findings/finding";
import { type ShownWaiver, waiverFor } from "@/lib/vpn/findings/waiver";
import type { VpnConnection } from "@/lib/vpn/types";

/** The team's decision to live with a finding for now; null where there is none. */
export function waiverOf(finding: Finding, connection: VpnConnection | null): ShownWaiver | null {
  const { waivers } = currentWaivers();
  const waiver = waivers.length === 0 ? null : waiverFor(finding, connection, waivers, Date.now());
  return waiver && { reason: waiver.reason, until: waiver.until };
}

/** Changes with the file, and when a waiver ends: what was found is then looked at again. */
export function waiversVersion(): string {
  const { version, waivers } = currentWaivers();
  const now = Date.now();
  return `${version} ${waivers.filter(({ until }) => until > now).length}`;
}
