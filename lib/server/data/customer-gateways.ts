import "server-only";
import type { Reader } from "@/lib/server/access/reader";
import type { Read, CustomerGateway } from "@/lib/vpn/gateways";
import { createAnswerCache, type Current } from "@/lib/server/answer-cache";
import { keep, keepNames } from "@/lib/server/data/keep";
import { type Lookup, lookUp, requireFound, requireIds, trusted } from "@/lib/server/data/lookup";
import { requireRegion } from "@/lib/server/data/regions";
import { notThere, seenGateways, seesGateway } from "@/lib/server/data/seen-gateways";
import { markStale } from "@/lib/server/data/stale";
import { processWide } from "@/lib/server/process-wide";
import { describeCustomerGateways } from "@/lib/server/vpc-api/customer-gateways";

/** Throws ParameterError or VpcApiError. */
export async function getCustomerGateway(
  regionId: string,
  customerGatewayId: string,
  reader: Reader,
): Promise<Read<CustomerGateway>> {
  await requireIds(regionId, "customerGatewayId", customerGatewayId, reader);
  return requireFound(
    "customerGatewayId",
    await markStale(await lookUpCustomerGateway(regionId, customerGatewayId, reader)),
  );
}

/** For a region that there is. Throws VpcApiError. */
export async function lookUpCustomerGateway(
  regionId: string,
  customerGatewayId: string,
  reader: Reader,
): Promise<Current<Lookup<CustomerGateway>>> {
  if (!(await seesGateway(regionId, customerGatewayId, reader))) return notThere();
  const lookups = processWide("customerGateways", () => createAnswerCache(keep()));
  const current = await lookups.read(JSON.stringify([regionId, customerGatewayId]), () =>
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
  reader: Reader,
): Promise<CustomerGateway[]> {
  await requireRegion(regionId, reader);
  const lists = processWide("customerGatewayLists", () => createAnswerCache(keepNames()));
  const { answer } = await lists.read(
    regionId,
    async () => (await describeCustomerGateways(regionId)).items,
  );
  return seenGateways(regionId, answer, (gateway) => gateway.customerGatewayId, reader);
}
