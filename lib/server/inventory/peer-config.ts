import "server-only";
import type { User } from "@/lib/server/auth/user";
import {
  CUSTOMER_GATEWAYS,
  type Kind,
  listGateways,
  VPN_GATEWAYS,
} from "@/lib/server/inventory/gateways";
import { ruleTitles } from "@/lib/server/inventory/finding-titles";
import { findingsOfConnection } from "@/lib/server/inventory/findings";
import { getVpnConnection } from "@/lib/server/inventory/vpn-connections";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type { Read } from "@/lib/vpn/gateways";
import { type PeerConfig, peerConfigOf } from "@/lib/vpn/peer-config/generate";
import type { FindingLine } from "@/lib/vpn/peer-config/input";
import type { Vendor } from "@/lib/vpn/peer-config/vendors";
import type { VpnConnection } from "@/lib/vpn/types";

export type ReadPeerConfig = {
  connection: Read<VpnConnection>;
  config: PeerConfig;
  /** Why gateways could not be read: what only they tell is a placeholder. */
  failure: VpcApiError | null;
};

/** The configuration of the other end of a connection. Throws ParameterError or VpcApiError. */
export async function getPeerConfig(
  regionId: string,
  vpnConnectionId: string,
  vendor: Vendor,
  user: User,
): Promise<ReadPeerConfig> {
  const [connection, vpnGateways, customerGateways] = await Promise.all([
    getVpnConnection(regionId, vpnConnectionId, user),
    gatewaysOf(VPN_GATEWAYS, regionId, user),
    gatewaysOf(CUSTOMER_GATEWAYS, regionId, user),
  ]);
  const { vpnGatewayId } = connection;
  const config = peerConfigOf(vendor, {
    connection,
    vpnGateway: vpnGateways.items.find((one) => one.vpnGatewayId === vpnGatewayId) ?? null,
    customerGateways: customerGateways.items,
    findings: await findingLines(connection, user),
  });
  return { connection, config, failure: vpnGateways.failure ?? customerGateways.failure };
}

/** In English, as everything that gets into a configuration; one line for what several tunnels have. */
async function findingLines(
  { regionId, vpnConnectionId }: VpnConnection,
  user: User,
): Promise<FindingLine[]> {
  const findings = await findingsOfConnection(regionId, vpnConnectionId, user);
  const titles = await ruleTitles("en");
  const lines = findings.map(({ rule, severity }): [string, FindingLine] => [
    `${rule} ${severity}`,
    { rule, severity, title: titles.get(rule) ?? rule },
  ]);
  return [...new Map(lines).values()];
}

type Gateways<Gateway> = { items: Gateway[]; failure: VpcApiError | null };

/** A connection that can be read has a configuration, with more placeholders where its gateways cannot. */
async function gatewaysOf<Gateway>(
  kind: Kind<Gateway>,
  regionId: string,
  user: User,
): Promise<Gateways<Gateway>> {
  try {
    return { items: await listGateways(kind, regionId, user), failure: null };
  } catch (error) {
    if (error instanceof VpcApiError) return { items: [], failure: error };
    throw error;
  }
}
