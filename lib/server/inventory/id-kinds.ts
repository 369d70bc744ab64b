import "server-only";
import type { User } from "@/lib/server/auth/user";
import type { IdKind } from "@/lib/vpn/id-lookup";
import { type ListPageParameters, NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import { MAX_PAGE_SIZE } from "@/lib/vpn/paging";
import type { VpnConnection } from "@/lib/vpn/types";
import { lookUpCustomerGateway } from "@/lib/server/inventory/customer-gateways";
import type { Current } from "@/lib/server/runtime/answer-cache";
import type { Lookup } from "@/lib/server/inventory/lookup";
import { lookUpVpnConnection } from "@/lib/server/inventory/one-connection";
import { lookUpVpnGateway } from "@/lib/server/inventory/vpn-gateways";
import { isVpcApiError } from "@/lib/server/vpc-api/errors";
import { describeVpnConnections } from "@/lib/server/vpc-api/vpn-connections";

const BY_PREFIX = new Map<string, IdKind>([
  ["vco", "vpnConnection"],
  ["vpn", "vpnGateway"],
  ["cgw", "customerGateway"],
]);

/** What the id is of, by its prefix: there is no call that takes all kinds. */
export function kindOfId(id: string): IdKind | null {
  return BY_PREFIX.get(/^([a-z]+)-./.exec(id)?.[1] ?? "") ?? null;
}

/** Whether a region, which must be one that there is, has it for this user. Throws VpcApiError. */
export const isThere: Record<
  IdKind,
  (regionId: string, id: string, user: User) => Promise<boolean>
> = {
  vpnConnection: async (regionId, id, user) =>
    (await lookUpVpnConnection(regionId, id, user)).answer.thing !== null,
  vpnGateway: (regionId, id, user) =>
    isThereOrUsed(lookUpVpnGateway(regionId, id, user), () =>
      hasConnection(
        regionId,
        { vpnGatewayId: id },
        (one) => one.vpnGatewayId === id && user.mayReadConnection(one),
      ),
    ),
  customerGateway: (regionId, id, user) =>
    isThereOrUsed(lookUpCustomerGateway(regionId, id, user), () =>
      hasConnection(
        regionId,
        { customerGatewayId: id },
        (one) => one.customerGatewayIds.includes(id) && user.mayReadConnection(one),
      ),
    ),
};

/** Where gateways may not be read, a connection that uses the gateway shows that it is there. */
async function isThereOrUsed(
  asking: Promise<Current<Lookup<object>>>,
  isUsed: () => Promise<boolean>,
): Promise<boolean> {
  try {
    return (await asking).answer.thing !== null;
  } catch (error) {
    const isDenied = isVpcApiError(error) && error.code === "access_denied";
    // One without connections may still be there: that is the refusal's to say.
    if (isDenied && (await isUsed().catch(() => false))) return true;
    throw error;
  }
}

async function hasConnection(
  regionId: string,
  filter: Partial<ListPageParameters>,
  uses: (connection: VpnConnection) => boolean,
): Promise<boolean> {
  const question = { ...NO_PARAMETERS, ...filter, pageSize: MAX_PAGE_SIZE };
  // The API may have ignored the filter.
  return (await describeVpnConnections(regionId, question)).vpnConnections.some(uses);
}
