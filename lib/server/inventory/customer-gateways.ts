import "server-only";
import type { User } from "@/lib/server/auth/user";
import type { Read, CustomerGateway } from "@/lib/vpn/gateways";
import { createAnswerCache, type Current } from "@/lib/server/runtime/answer-cache";
import { keep, keepNames } from "@/lib/server/inventory/cache-times";
import {
  type Lookup,
  lookUp,
  requireFound,
  requireIds,
  trusted,
} from "@/lib/server/inventory/lookup";
import { requireRegion } from "@/lib/server/inventory/regions";
import { notThere, visibleGateways, mayReadGateway } from "@/lib/server/inventory/visible-gateways";
import { markStale } from "@/lib/server/inventory/stale";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { describeCustomerGateways } from "@/lib/server/vpc-api/customer-gateways";

const lookups = defineSingleton("customerGateways", () =>
  createAnswerCache<Lookup<CustomerGateway>>(keep()),
);

const lists = defineSingleton("customerGatewayLists", () =>
  createAnswerCache<CustomerGateway[]>(keepNames()),
);

/** Throws ParameterError or VpcApiError. */
export async function getCustomerGateway(
  regionId: string,
  customerGatewayId: string,
  user: User,
): Promise<Read<CustomerGateway>> {
  await requireIds(regionId, "customerGatewayId", customerGatewayId, user);
  return requireFound(
    "customerGatewayId",
    await markStale(await lookUpCustomerGateway(regionId, customerGatewayId, user)),
  );
}

/** For a region that there is. Throws VpcApiError. */
export async function lookUpCustomerGateway(
  regionId: string,
  customerGatewayId: string,
  user: User,
): Promise<Current<Lookup<CustomerGateway>>> {
  if (!(await mayReadGateway(regionId, customerGatewayId, user))) return notThere();
  const current = await lookups().read(JSON.stringify([regionId, customerGatewayId]), () =>
    lookUp(
      () => describeCustomerGateways(regionId, { customerGatewayId }),
      (gateway) => gateway.customerGatewayId === customerGatewayId,
    ),
  );
  return trusted(current);
}

/** All of a region, for their names, which may be old ones. Throws ParameterError or VpcApiError. */
export async function listCustomerGateways(
  regionId: string,
  user: User,
): Promise<CustomerGateway[]> {
  await requireRegion(regionId, user);
  const { answer } = await lists().read(
    regionId,
    async () => (await describeCustomerGateways(regionId)).items,
  );
  return visibleGateways(regionId, answer, (gateway) => gateway.customerGatewayId, user);
}
