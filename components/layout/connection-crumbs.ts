import type { Crumb } from "@/components/layout/breadcrumbs";
import { pages } from "@/lib/vpn/hrefs";
import type { VpnConnection } from "@/lib/vpn/types";

type Gateway = Pick<VpnConnection, "vpnGatewayId" | "vpnGatewayName">;

/** The VPN gateway of a connection, where it has one and it is known. */
export function gatewayCrumb(
  regionId: string,
  connection: Gateway | null,
  /** Where it was read apart. */
  name?: string,
): Crumb[] {
  const id = connection?.vpnGatewayId ?? null;
  if (id === null) return [];
  const text = name || connection?.vpnGatewayName || id;
  return [{ href: pages.vpnGateway(regionId, id), text }];
}

/** A connection whose logs or configuration a page shows. */
export function connectionCrumb(regionId: string, id: string, name?: string | null): Crumb {
  return { href: pages.vpnConnection(regionId, id), text: name || id };
}
