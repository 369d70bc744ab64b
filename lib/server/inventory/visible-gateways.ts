import "server-only";
import type { User } from "@/lib/server/auth/user";
import type { Current } from "@/lib/server/runtime/answer-cache";
import type { Lookup } from "@/lib/server/inventory/lookup";
import { readRegion } from "@/lib/server/inventory/region-reads";
import { visibleSnapshot } from "@/lib/server/inventory/visible-snapshot";
import type { VpnConnection } from "@/lib/vpn/types";

/**
 * Whether the user may see a gateway, be it Alibaba's or the customer's: one that is named, or that
 * a connection uses which they see. Throws VpcApiError where that cannot be found out.
 */
export async function mayReadGateway(
  regionId: string,
  gatewayId: string,
  user: User,
): Promise<boolean> {
  const sight = user.scopeOf(regionId);
  if (sight !== "some") return sight === "all";
  return user.isNamed(regionId, gatewayId) || usedIds(await seenOf(regionId, user)).has(gatewayId);
}

/** Those of a region's gateways that the user may see. Throws VpcApiError. */
export async function visibleGateways<Gateway>(
  regionId: string,
  gateways: Gateway[],
  idOf: (gateway: Gateway) => string,
  user: User,
): Promise<Gateway[]> {
  const sight = user.scopeOf(regionId);
  if (sight !== "some") return sight === "all" ? gateways : [];
  const used = usedIds(await seenOf(regionId, user));
  return gateways.filter((gateway) => {
    const id = idOf(gateway);
    return used.has(id) || user.isNamed(regionId, id);
  });
}

/** What is answered of a gateway that the user may not see, as of one that there is not. */
export function notThere(): Current<Lookup<never>> {
  return { answer: { thing: null, requestId: null, fetchedAt: Date.now() }, failure: null };
}

async function seenOf(regionId: string, user: User): Promise<VpnConnection[]> {
  const { answer } = await readRegion(regionId);
  return visibleSnapshot(answer, regionId, user).vpnConnections;
}

function usedIds(connections: VpnConnection[]): Set<string | null> {
  return new Set(
    connections.flatMap(({ vpnGatewayId, customerGatewayIds }) => [
      vpnGatewayId,
      ...customerGatewayIds,
    ]),
  );
}
