import "server-only";
import type { User } from "@/lib/server/auth/user";
import type { Read, VpnGateway } from "@/lib/vpn/gateways";
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
import { describeVpnGateways } from "@/lib/server/vpc-api/vpn-gateways";

const lookups = defineSingleton("vpnGateways", () => createAnswerCache<Lookup<VpnGateway>>(keep()));

const lists = defineSingleton("vpnGatewayLists", () =>
  createAnswerCache<VpnGateway[]>(keepNames()),
);

/** Throws ParameterError or VpcApiError. */
export async function getVpnGateway(
  regionId: string,
  vpnGatewayId: string,
  user: User,
): Promise<Read<VpnGateway>> {
  await requireIds(regionId, "vpnGatewayId", vpnGatewayId, user);
  return requireFound(
    "vpnGatewayId",
    await markStale(await lookUpVpnGateway(regionId, vpnGatewayId, user)),
  );
}

/** For a region that there is. Throws VpcApiError. */
export async function lookUpVpnGateway(
  regionId: string,
  vpnGatewayId: string,
  user: User,
): Promise<Current<Lookup<VpnGateway>>> {
  if (!(await mayReadGateway(regionId, vpnGatewayId, user))) return notThere();
  const current = await lookups().read(JSON.stringify([regionId, vpnGatewayId]), () =>
    lookUp(
      () => describeVpnGateways(regionId, { vpnGatewayId }),
      (gateway) => gateway.vpnGatewayId === vpnGatewayId,
    ),
  );
  return trusted(current);
}

/** All of a region, for their names, which may be old ones. Throws ParameterError or VpcApiError. */
export async function listVpnGateways(regionId: string, user: User): Promise<VpnGateway[]> {
  await requireRegion(regionId, user);
  const { answer } = await lists().read(
    regionId,
    async () => (await describeVpnGateways(regionId)).items,
  );
  return visibleGateways(regionId, answer, (gateway) => gateway.vpnGatewayId, user);
}
