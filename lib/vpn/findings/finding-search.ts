import type { RuleId } from "@/lib/vpn/findings/finding";
import type { FoundFinding } from "@/lib/vpn/findings/found";
import { createSearch } from "@/lib/vpn/search";
import type { VpnConnection } from "@/lib/vpn/types";

/**
 * Looks in what findings say themselves, in what the connection is found by in lists, and in why a finding has
 * been accepted.
 * @param titled The rules whose title or references hold it: looked at once for each rule.
 */
export function createFindingSearch(
  typed: string,
  titled: ReadonlySet<RuleId>,
): (one: FoundFinding) => boolean {
  const q = typed.trim().toLowerCase();
  const holds = (text: string | null | undefined) => text?.toLowerCase().includes(q) === true;
  const search = createSearch(typed);
  const known = new Map<VpnConnection, boolean>();

  function isOf(connection: VpnConnection): boolean {
    const before = known.get(connection);
    if (before !== undefined) return before;
    const match = search.rankOf(connection) === null ? null : search.matchOf(connection);
    // An algorithm is evidence of the findings that are about it, and 0.0.0.0/0 holds every address.
    const isFound = match !== null && match.field !== "algorithm" && !match.isCatchAll;
    known.set(connection, isFound);
    return isFound;
  }

  return ({ finding, connection, waiver }) =>
    titled.has(finding.rule) ||
    [
      finding.name,
      finding.rule,
      finding.regionId,
      finding.vpnConnectionId,
      finding.vpnGatewayId,
    ].some(holds) ||
    finding.evidence.some(({ value }) => holds(value)) ||
    holds(waiver?.reason) ||
    (connection !== null && isOf(connection));
}
