import type { Finding, Severity } from "@/lib/vpn/findings/finding";
import { portionsOf } from "@/lib/vpn/findings/portions";
import type { Rule } from "@/lib/vpn/findings/rule";
import { VPN_GATEWAY_RENEWAL } from "@/lib/vpn/findings/references";
import { wordOf } from "@/lib/vpn/findings/tunnels";
import type { VpnGateway } from "@/lib/vpn/gateways";

const DAY_MS = 86_400_000;

export const gatewayExpiringRule: Rule = {
  id: "gateway-expiring",
  references: [VPN_GATEWAY_RENEWAL],
  needsGateways: true,
  inRegion: ({ vpnGateways }, { now }) =>
    portionsOf(vpnGateways.values(), (gateway) => findingsOf(gateway, now)),
};

function findingsOf(gateway: VpnGateway, now: number): Finding[] {
  const { regionId, vpnGatewayId, name, endTime } = gateway;
  if (!mayBePrepaid(gateway) || endTime === null || endTime <= 0) return [];
  const left = endTime - now;
  const severity = severityOf(left);
  if (severity === null) return [];
  const isPast = left < 0;
  const days = Math.floor(Math.abs(left) / DAY_MS);
  return [
    {
      rule: "gateway-expiring",
      severity,
      regionId,
      vpnConnectionId: null,
      vpnGatewayId,
      tunnel: null,
      name,
      evidence: [{ field: "endTime", value: new Date(endTime).toISOString() }],
      values: { kind: isPast ? "past" : "near", days },
    },
  ];
}

/** Enhanced gateways send no charge type; where they are pay-as-you-go, their end is far away or absent. */
function mayBePrepaid({ chargeType }: VpnGateway): boolean {
  const word = wordOf(chargeType);
  return word === null || word.startsWith("pre") || word === "subscription";
}

function severityOf(left: number): Severity | null {
  if (left <= 3 * DAY_MS) return "critical";
  if (left <= 14 * DAY_MS) return "high";
  return left <= 30 * DAY_MS ? "medium" : null;
}
