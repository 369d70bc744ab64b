import type { CustomerGateway, VpnGateway } from "@/lib/vpn/gateways";

/** What a drawing says of the gateways besides their ids; ids that are missing here have no name. */
export type GatewayNames = {
  vpnGateways: Record<string, { name: string; addresses: string[] }>;
  customerGateways: Record<string, { name: string; addresses: string[] }>;
};

export function namesOf(
  vpnGateways: VpnGateway[],
  customerGateways: CustomerGateway[],
): GatewayNames {
  return {
    vpnGateways: Object.fromEntries(
      vpnGateways.map((gateway) => [
        gateway.vpnGatewayId,
        { name: gateway.name, addresses: addressesOf(gateway) },
      ]),
    ),
    customerGateways: Object.fromEntries(
      customerGateways.map(({ customerGatewayId, name, ipAddress }) => [
        customerGatewayId,
        { name, addresses: ipAddress === null ? [] : [ipAddress] },
      ]),
    ),
  };
}

/** A pair's second address is the disaster recovery one. */
function addressesOf(gateway: VpnGateway): string[] {
  return [gateway.internetIp, gateway.disasterRecoveryInternetIp].filter((ip) => ip !== null);
}
