import "server-only";
import { vi } from "vitest";
import { vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { one, UP } from "@/lib/server/testing/region-answers";
import { describeCustomerGateways } from "@/lib/server/vpc-api/customer-gateways";
import { toVpnGateway } from "@/lib/server/vpc-api/mappers/vpn-gateway";
import { isBackground } from "@/lib/server/vpc-api/quota/background";
import { rawVpnGateway } from "@/lib/server/vpc-api/raw/vpn-gateway";
import { describeVpnGateways } from "@/lib/server/vpc-api/vpn-gateways";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";

/** A connection of the gateway that every region has. */
export const oneOfGateway = (regionId: string) =>
  one(regionId, "vco-1", UP, { vpnGatewayId: vpnGatewayBody.VpnGatewayId });

/** The name of the gateway of a snapshot's first connection. */
export const gatewayNameIn = (snapshot: RegionSnapshot | null | undefined) =>
  snapshot?.vpnConnections[0]?.vpnGatewayName;

/**
 * Stands in for the API of gateways after `regionAnswers`, for tests that mock `vpc-api/vpn-gateways` and
 * `vpc-api/customer-gateways` too: every region has one VPN gateway.
 */
export function gatewayAnswers() {
  globalThis.__tunnelboard = {
    ...globalThis.__tunnelboard,
    vpnGatewayLists: undefined,
    customerGatewayLists: undefined,
  };
  const asked: { regionId: string; at: number; isBackground: boolean }[] = [];
  const takes = { ms: 0 };
  vi.mocked(describeCustomerGateways).mockReset();
  vi.mocked(describeCustomerGateways).mockResolvedValue({
    items: [],
    requestId: null,
    fetchedAt: 0,
  });
  vi.mocked(describeVpnGateways).mockReset();
  vi.mocked(describeVpnGateways).mockImplementation(async (regionId) => {
    asked.push({ regionId, at: performance.now(), isBackground: isBackground() });
    const items = [toVpnGateway(regionId, rawVpnGateway.parse(vpnGatewayBody))];
    return new Promise((resolve) => {
      setTimeout(() => resolve({ items, requestId: null, fetchedAt: Date.now() }), takes.ms);
    });
  });
  return { asked, takes };
}
