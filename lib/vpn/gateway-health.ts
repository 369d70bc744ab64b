import { expiryOf } from "@/lib/vpn/expiry";
import type { GatewayUse } from "@/lib/vpn/gateway-list";
import type { VpnGateway } from "@/lib/vpn/gateways";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";

/** What a gateway suffers from, worst first: its connections, then itself. */
const HEALTH_WORST_FIRST = [
  ...VERDICTS_WORST_FIRST.filter((verdict) => verdict !== "up"),
  "expired",
  "locked",
  "unlisted",
  "expiring",
  "up",
  "unused",
] as const;

type Health = (typeof HEALTH_WORST_FIRST)[number];

type Judged = Pick<GatewayUse, "isListed" | "verdict"> &
  Partial<Pick<VpnGateway, "endTime" | "businessStatus">>;

/** By what lists put first what is wrong; `now` is epoch milliseconds. */
export function healthRank(gateway: Judged, now: number): number {
  return HEALTH_WORST_FIRST.indexOf(healthOf(gateway, now));
}

function healthOf(gateway: Judged, now: number): Health {
  const { verdict, isListed, endTime = null, businessStatus = null } = gateway;
  if (verdict !== null && verdict !== "up") return verdict;
  const expiry = expiryOf(endTime, now).kind;
  if (expiry === "past") return "expired";
  if (isLocked(businessStatus)) return "locked";
  if (isListed === false) return "unlisted";
  if (expiry === "near") return "expiring";
  return verdict ?? "unused";
}

/** Whether Alibaba has locked it, most often for an unpaid bill. */
export function isLocked(businessStatus: string | null): businessStatus is string {
  return businessStatus !== null && businessStatus.toLowerCase() !== "normal";
}
