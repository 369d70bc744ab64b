import type { Finding, RuleId } from "@/lib/vpn/findings/finding";
import type { RuleFinding } from "@/lib/vpn/findings/rule";
import type { VpnConnection } from "@/lib/vpn/types";

const NO_VALUES: Finding["values"] = {};

/** A tunnel is named where there are several. */
export function onConnection(
  rule: RuleId,
  { regionId, vpnConnectionId, vpnGatewayId, name, tunnels }: VpnConnection,
  { severity, evidence, values = NO_VALUES }: RuleFinding,
  tunnel: number | null = null,
): Finding {
  return {
    rule,
    severity,
    regionId,
    vpnConnectionId,
    vpnGatewayId,
    tunnel: tunnels.length > 1 ? tunnel : null,
    name,
    evidence,
    values,
  };
}
