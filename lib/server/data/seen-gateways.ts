import "server-only";
import type { Reader } from "@/lib/server/access/reader";
import type { Current } from "@/lib/server/answer-cache";
import type { Lookup } from "@/lib/server/data/lookup";
import { readRegion } from "@/lib/server/data/region-reads";
import { visiblePart } from "@/lib/server/data/visible";
import type { VpnConnection } from "@/lib/vpn/types";

/**
 * Whether the reader may see a gateway, be it Alibaba's or the customer's: one that is named, or that
 * a connection uses which they see. Throws VpcApiError where that cannot be found out.
 */
export async function seesGateway(
  regionId: string,
  gatewayId: string,
  reader: Reader,
): Promise<boolean> {
  const sight = reader.sightOf(regionId);
  if (sight !== "some") return sight === "all";
  return (
    reader.isNamed(regionId, gatewayId) || usedIds(await seenOf(regionId, reader)).has(gatewayId)
  );
}

/** Those of a region's gateways that the reader may see. Throws VpcApiError. */
export async function seenGateways<Gateway>(
  regionId: string,
  gateways: Gateway[],
  idOf: (gateway: Gateway) => string,
  reader: Reader,
): Promise<Gateway[]> {
  const sight = reader.sightOf(regionId);
  if (sight !== "some") return sight === "all" ? gateways : [];
  const used = usedIds(await seenOf(regionId, reader));
  return gateways.filter((gateway) => {
    const id = idOf(gateway);
    return used.has(id) || reader.isNamed(regionId, id);
  });
}

/** What is answered of a gateway that the reader may not see, as of one that there is not. */
export function notThere(): Current<Lookup<never>> {
  return { answer: { thing: null, requestId: null, fetchedAt: Date.now() }, failure: null };
}

async function seenOf(regionId: string, reader: Reader): Promise<VpnConnection[]> {
  const { answer } = await readRegion(regionId);
  return visiblePart(answer, regionId, reader).vpnConnections;
}

function usedIds(connections: VpnConnection[]): Set<string | null> {
  return new Set(
    connections.flatMap(({ vpnGatewayId, customerGatewayIds }) => [
      vpnGatewayId,
      ...customerGatewayIds,
    ]),
  );
}
