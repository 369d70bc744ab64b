import "server-only";
import type { Reader } from "@/lib/server/access/reader";
import type { Read, VpnGateway } from "@/lib/vpn/gateways";
import { createAnswerCache, type Current } from "@/lib/server/answer-cache";
import { keep, keepNames } from "@/lib/server/data/keep";
import { type Lookup, lookUp, requireFound, requireIds, trusted } from "@/lib/server/data/lookup";
import { requireRegion } from "@/lib/server/data/regions";
import { notThere, seenGateways, seesGateway } from "@/lib/server/data/seen-gateways";
import { markStale } from "@/lib/server/data/stale";
import { processWide } from "@/lib/server/process-wide";
import { describeVpnGateways } from "@/lib/server/vpc-api/vpn-gateways";

/** Throws ParameterError or VpcApiError. */
export async function getVpnGateway(
  regionId: string,
  vpnGatewayId: string,
  reader: Reader,
): Promise<Read<VpnGateway>> {
  await requireIds(regionId, "vpnGatewayId", vpnGatewayId, reader);
  return requireFound(
    "vpnGatewayId",
    await markStale(await lookUpVpnGateway(regionId, vpnGatewayId, reader)),
  );
}

/** For a region that there is. Throws VpcApiError. */
export async function lookUpVpnGateway(
  regionId: string,
  vpnGatewayId: string,
  reader: Reader,
): Promise<Current<Lookup<VpnGateway>>> {
  if (!(await seesGateway(regionId, vpnGatewayId, reader))) return notThere();
  const lookups = processWide("vpnGateways", () => createAnswerCache(keep()));
  const current = await lookups.read(JSON.stringify([regionId, vpnGatewayId]), () =>
    lookUp(
      () => describeVpnGateways(regionId, { vpnGatewayId }),
      (gateway) => gateway.vpnGatewayId === vpnGatewayId,
    ),
  );
  return trusted(current);
}

/** All of a region, for their names, which may be old ones. Throws ParameterError or VpcApiError. */
export async function listVpnGateways(regionId: string, reader: Reader): Promise<VpnGateway[]> {
  await requireRegion(regionId, reader);
  const lists = processWide("vpnGatewayLists", () => createAnswerCache(keepNames()));
  const { answer } = await lists.read(
    regionId,
    async () => (await describeVpnGateways(regionId)).items,
  );
  return seenGateways(regionId, answer, (gateway) => gateway.vpnGatewayId, reader);
}
