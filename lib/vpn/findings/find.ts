import { type Finding, severityRank } from "@/lib/vpn/findings/finding";
import type { Inspection, KeyFactsOf, Rule } from "@/lib/vpn/findings/rule";
import { RULES } from "@/lib/vpn/findings/rules";
import type { VpnConnection } from "@/lib/vpn/types";

/** All findings of these regions, the worst first. */
export function findingsOf(inspection: Inspection): Finding[] {
  const found = [
    ...inspection.regions.flatMap(({ vpnConnections }) =>
      vpnConnections.flatMap((one) => findingsOfConnection(one, inspection.keyFactsOf)),
    ),
    ...inspection.regions.flatMap((region) =>
      RULES.flatMap(({ inRegion }) => inRegion?.(region, inspection) ?? []),
    ),
    ...RULES.flatMap(({ inAccount }) => inAccount?.(inspection) ?? []),
  ];
  return found.toSorted((one, other) => severityRank(one.severity) - severityRank(other.severity));
}

const known = new WeakMap<VpnConnection, Finding[]>();

/** Connections do not change: a read that finds one as it was has the same object. */
function findingsOfConnection(connection: VpnConnection, keyFactsOf: KeyFactsOf): Finding[] {
  const before = known.get(connection);
  if (before !== undefined) return before;
  const found = RULES.flatMap((rule) => applied(rule, connection, keyFactsOf));
  known.set(connection, found);
  return found;
}

function applied(rule: Rule, connection: VpnConnection, keyFactsOf: KeyFactsOf): Finding[] {
  const { regionId, vpnConnectionId, vpnGatewayId, name, tunnels } = connection;
  return (rule.inConnection?.(connection, keyFactsOf) ?? []).map(
    ({ tunnel, severity, evidence, values = {} }) => ({
      rule: rule.id,
      severity,
      regionId,
      vpnConnectionId,
      vpnGatewayId,
      tunnel: tunnels.length > 1 ? tunnel : null,
      name,
      evidence,
      values,
    }),
  );
}
