import type { CustomerGateway, VpnGateway } from "@/lib/vpn/gateways";
import type { Thing } from "@/lib/vpn/search-target";
import { fold } from "@/lib/vpn/searcher";
import type { VpnConnection } from "@/lib/vpn/types";

type InRegion = {
  regionId: string;
  connections: VpnConnection[];
  /** As far as they have been read. */
  vpnGateways: Iterable<VpnGateway>;
  customerGateways: Iterable<CustomerGateway>;
};

/** The things of a region whose id, name or public address is exactly this; case and width do not matter. */
export function exactThings(text: string, place: InRegion): Thing[] {
  const { regionId } = place;
  const isCalledSo = comparing(text);
  const found = new Map<string, Thing>();
  const look = (
    kind: Thing["kind"],
    id: string | null,
    ...others: (string | null | undefined)[]
  ) => {
    if (id !== null && [id, ...others].some(isCalledSo)) found.set(id, { kind, regionId, id });
  };
  for (const one of place.connections) {
    look("vpnConnection", one.vpnConnectionId, one.name);
    look("vpnGateway", one.vpnGatewayId, one.vpnGatewayName);
    for (const [index, id] of one.customerGatewayIds.entries()) {
      look("customerGateway", id, one.customerGatewayNames[index]);
    }
  }
  for (const { vpnGatewayId, name, internetIp, disasterRecoveryInternetIp } of place.vpnGateways) {
    look("vpnGateway", vpnGatewayId, name, internetIp, disasterRecoveryInternetIp);
  }
  for (const { customerGatewayId, name, ipAddress } of place.customerGateways) {
    look("customerGateway", customerGatewayId, name, ipAddress);
  }
  return [...found.values()];
}

function comparing(text: string) {
  const wanted = fold(text);
  // Folding tens of thousands of names takes longer than looking at their lengths.
  return (value: string | null | undefined) =>
    typeof value === "string" && value.length === text.length && fold(value) === wanted;
}
