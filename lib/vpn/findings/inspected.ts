import type { FindingList } from "@/lib/vpn/findings/list";
import type { FindingParameters } from "@/lib/vpn/findings/parameters";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";

type Question = Pick<FindingParameters, "vpnGatewayId" | "customerGatewayId" | "vpnConnectionId">;

/** How much of these regions rules have looked at for a question. */
export function inspectedIn(
  snapshots: readonly Pick<RegionSnapshot, "vpnConnections">[],
  { vpnGatewayId, customerGatewayId, vpnConnectionId }: Question,
): Pick<FindingList, "inspectedConnections" | "inspectedRegions"> {
  const isWhole = vpnGatewayId === null && customerGatewayId === null && vpnConnectionId === null;
  const counts = snapshots.map(({ vpnConnections }) =>
    isWhole
      ? vpnConnections.length
      : vpnConnections.filter(
          (one) =>
            (vpnGatewayId === null || one.vpnGatewayId === vpnGatewayId) &&
            (vpnConnectionId === null || one.vpnConnectionId === vpnConnectionId) &&
            (customerGatewayId === null || one.customerGatewayIds.includes(customerGatewayId)),
        ).length,
  );
  return {
    inspectedConnections: counts.reduce((sum, count) => sum + count, 0),
    inspectedRegions: isWhole ? counts.length : counts.filter((count) => count > 0).length,
  };
}
