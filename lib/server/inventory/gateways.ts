import "server-only";
import type { User } from "@/lib/server/auth/user";
import type { Current } from "@/lib/server/runtime/answer-cache";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import {
  customerGatewayLists,
  type GatewayLists,
  vpnGatewayLists,
} from "@/lib/server/inventory/gateway-lists";
import { requireRegion } from "@/lib/server/inventory/regions";
import { markStale } from "@/lib/server/inventory/request-wait";
import { currentSnapshot, visiblePart } from "@/lib/server/inventory/snapshots";
import type { CustomerGateway, Read, VpnGateway } from "@/lib/vpn/gateways";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";

/** One kind of gateway: how its lists are read, and what is said where one is not there. */
export type Kind<Gateway> = {
  idName: "vpnGatewayId" | "customerGatewayId";
  notFound: "unknownVpnGateway" | "unknownCustomerGateway";
  lists: GatewayLists<Gateway>;
  idOf: (gateway: Gateway) => string;
};

export const VPN_GATEWAYS: Kind<VpnGateway> = {
  idName: "vpnGatewayId",
  notFound: "unknownVpnGateway",
  lists: vpnGatewayLists,
  idOf: ({ vpnGatewayId }) => vpnGatewayId,
};

export const CUSTOMER_GATEWAYS: Kind<CustomerGateway> = {
  idName: "customerGatewayId",
  notFound: "unknownCustomerGateway",
  lists: customerGatewayLists,
  idOf: ({ customerGatewayId }) => customerGatewayId,
};

/** One gateway. Throws ParameterError or VpcApiError. */
export async function getGateway<Gateway extends object>(
  kind: Kind<Gateway>,
  regionId: string,
  id: string,
  user: User,
): Promise<Read<Gateway>> {
  await requireRegion(regionId, user);
  if (!RESOURCE_ID.test(id)) throw new ParameterError(kind.idName, "malformed");
  const found = await findGateway(kind, regionId, id, user);
  if (found === null) throw new ParameterError(kind.idName, kind.notFound);
  return markStale(found);
}

/** The gateways of a region that the user may see. Throws ParameterError or VpcApiError. */
export async function listGateways<Gateway>(
  { lists, idOf }: Kind<Gateway>,
  regionId: string,
  user: User,
): Promise<Gateway[]> {
  await requireRegion(regionId, user);
  const { answer } = await lists.read(regionId);
  if (user.scopeOf(regionId) === "all") return answer.items;
  const used = await usedGatewayIds(regionId, user);
  return answer.items.filter((gateway) => {
    const id = idOf(gateway);
    return used.has(id) || user.isNamed(regionId, id);
  });
}

/** The gateway where the region has it and the user may see it. Throws VpcApiError. */
export async function findGateway<Gateway extends object>(
  { lists, idOf }: Kind<Gateway>,
  regionId: string,
  id: string,
  user: User,
): Promise<Current<Read<Gateway>> | null> {
  if (!(await mayReadGateway(regionId, id, user))) return null;
  const { answer, failure } = await lists.read(regionId);
  const { items, requestId, fetchedAt } = answer;
  const gateway = items.find((one) => idOf(one) === id);
  if (gateway !== undefined) return { answer: { ...gateway, requestId, fetchedAt }, failure };
  // An old list does not tell that it is not there: it may have been made since.
  if (failure !== null) throw failure;
  return null;
}

/** Whether one of the gateways is named for the user, or used by a connection that they see. */
async function mayReadGateway(regionId: string, id: string, user: User): Promise<boolean> {
  if (user.scopeOf(regionId) === "all" || user.isNamed(regionId, id)) return true;
  return (await usedGatewayIds(regionId, user)).has(id);
}

/** Ids of VPN and customer gateways of the connections that the user sees. Throws VpcApiError. */
export async function usedGatewayIds(regionId: string, user: User): Promise<Set<string>> {
  // Not visibleSnapshot, which waits for names.
  const { answer } = await currentSnapshot(regionId);
  const { vpnConnections } = visiblePart(answer, user);
  const ids = new Set<string>();
  for (const { vpnGatewayId, customerGatewayIds } of vpnConnections) {
    if (vpnGatewayId !== null) ids.add(vpnGatewayId);
    for (const id of customerGatewayIds) ids.add(id);
  }
  return ids;
}
