import type { Finding, RuleId } from "@/lib/vpn/findings/finding";
import type { Tag, VpnConnection } from "@/lib/vpn/types";

/** That the team has accepted findings of some rules, for a while, on what all given conditions hold for. */
export type Waiver = {
  rules: readonly RuleId[];
  regionId: string | null;
  vpnGatewayId: string | null;
  customerGatewayId: string | null;
  vpnConnectionId: string | null;
  tag: Tag | null;
  reason: string;
  /** Epoch milliseconds: from then on the finding counts again. */
  until: number;
  /** The last day on which it holds, in UTC and as it was written; null where a time was. */
  lastDay: string | null;
};

/** What is told of a waiver to who reads a finding. */
export type ShownWaiver = Pick<Waiver, "reason" | "until" | "lastDay">;

/** The waiver that holds for a finding now: of several the one that ends last. */
export function waiverFor(
  finding: Finding,
  /** That the finding is about; null for one about a gateway. */
  connection: VpnConnection | null,
  waivers: readonly Waiver[],
  now: number,
): Waiver | null {
  const holding = waivers.filter(
    (waiver) => waiver.until > now && isMeant(finding, connection, waiver),
  );
  return holding.toSorted((one, other) => other.until - one.until)[0] ?? null;
}

function isMeant(
  { rule, regionId, vpnGatewayId, vpnConnectionId }: Finding,
  connection: VpnConnection | null,
  waiver: Waiver,
): boolean {
  const { tag, customerGatewayId } = waiver;
  return (
    waiver.rules.includes(rule) &&
    (waiver.regionId ?? regionId) === regionId &&
    (waiver.vpnGatewayId ?? vpnGatewayId) === vpnGatewayId &&
    (waiver.vpnConnectionId ?? vpnConnectionId) === vpnConnectionId &&
    (customerGatewayId === null ||
      (connection?.customerGatewayIds.includes(customerGatewayId) ?? false)) &&
    (tag === null || hasTag(connection?.tags ?? [], tag))
  );
}

function hasTag(tags: readonly Tag[], { key, value }: Tag): boolean {
  return tags.some((one) => one.key === key && one.value === value);
}
