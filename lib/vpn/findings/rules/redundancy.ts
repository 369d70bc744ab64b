import { DUAL_TUNNEL_CONNECTIONS, DUAL_TUNNEL_MODE } from "@/lib/vpn/findings/references";
import type { Rule, RuleFinding } from "@/lib/vpn/findings/rule";
import { wordOf } from "@/lib/vpn/findings/tunnels";
import type { VpnConnection } from "@/lib/vpn/types";

const SINGLE: RuleFinding = {
  severity: "medium",
  evidence: [{ field: "tunnelMode", value: "single" }],
};

/** One of something where two could be. */
export const redundancyRules: Rule[] = [
  {
    id: "no-redundancy",
    references: [DUAL_TUNNEL_MODE],
    inConnection: (connection) =>
      connection.tunnelMode === "single" && isAtVpnGateway(connection) ? SINGLE : null,
  },
  {
    id: "tunnels-same-peer",
    references: [DUAL_TUNNEL_CONNECTIONS],
    inConnection({ tunnels }) {
      const customerGatewayId = tunnels[0]?.customerGatewayId ?? null;
      if (tunnels.length < 2 || customerGatewayId === null) return null;
      if (tunnels.some((one) => one.customerGatewayId !== customerGatewayId)) return null;
      return {
        severity: "low",
        evidence: [{ field: "customerGatewayId", value: customerGatewayId }],
        values: { customerGatewayId },
      };
    },
  },
];

/** At a transit router two connections to the same networks are the pair, so one alone tells nothing. */
function isAtVpnGateway({ vpnGatewayId, transitRouterId, attachType }: VpnConnection): boolean {
  const attached = wordOf(attachType);
  const isElsewhere =
    transitRouterId !== null || attached === "cen" || attached === "no_associated";
  return vpnGatewayId !== null && !isElsewhere;
}
