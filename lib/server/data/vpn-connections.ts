import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import { createAnswerCache } from "@/lib/server/answer-cache";
import { requireRegion } from "@/lib/server/data/regions";
import { env } from "@/lib/server/env";
import { processWide } from "@/lib/server/process-wide";
import { describeVpnConnections } from "@/lib/server/vpc-api/vpn-connections";
import type { ListParameters } from "@/lib/vpn/search-params";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** One page of a region's connections. Throws ParameterError or VpcApiError. */
export async function listVpnConnections(
  regionId: string,
  parameters: ListParameters,
  locale: Locale,
): Promise<VpnConnectionList> {
  await requireRegion(regionId, locale);
  const cache = processWide("vpnConnections", () =>
    createAnswerCache(env().TUNNELBOARD_CACHE_SECONDS * 1000),
  );
  // The parser gives the fields one order.
  const key = JSON.stringify([regionId, parameters]);
  return cache.read(key, () => describeVpnConnections(regionId, parameters));
}
