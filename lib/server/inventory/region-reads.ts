import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { prepareForSearch } from "@/lib/vpn/search";
import {
  isUnfilteredUpstream,
  NO_PARAMETERS,
  type UpstreamFilters,
} from "@/lib/vpn/list-parameters";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import { createAnswerCache, type Current, type Kept } from "@/lib/server/runtime/answer-cache";
import { keep, staleMs } from "@/lib/server/inventory/cache-times";
import { quotaWait } from "@/lib/server/inventory/quota-wait";
import { sighted, withSightings } from "@/lib/server/inventory/state-since";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { awaiter, isBackground } from "@/lib/server/vpc-api/quota/background";
import { limiter } from "@/lib/server/vpc-api/quota/limiter";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { WORK_MS } from "@/lib/server/vpc-api/time-budget";
import { describeAllVpnConnections } from "@/lib/server/vpc-api/vpn-connections";

/** Connections held at most, of regions read whole and of those read by a filter. */
const MAX_HELD = 200_000;
const MAX_HELD_FILTERED = 50_000;

const weightOf = ({ vpnConnections }: RegionSnapshot) => vpnConnections.length;

/**
 * What this server knows of each region, for all pages, routes and viewers. A cache shared by several
 * servers would stand here.
 */
const regionReads = defineSingleton("regionReads", () =>
  createAnswerCache<RegionSnapshot>({ ...keep(), weightOf, maxWeight: MAX_HELD }),
);

/** Throws VpcApiError. */
export function readRegion(regionId: string): Promise<Current<RegionSnapshot>> {
  const reading = regionReads().read(regionId, () => readNow(regionId));
  if (isBackground()) return reading;
  // It may be one that began behind a page.
  awaiters().get(regionId)?.();
  limiter().prioritise({ action: "DescribeVpnConnections", regionId });
  return withinRequest(regionId, reading);
}

/** By region that is being read: to be called by whoever comes to wait for it. */
const awaiters = defineSingleton("awaiters", () => new Map<string, () => void>());

/**
 * A read that began behind a page may stand in line for longer than a request can wait; where that is
 * known beforehand, only what is there already is answered.
 */
async function withinRequest<T>(regionId: string, reading: Promise<T>): Promise<T> {
  const isBarred = (quotaWait(regionId)?.retryAfterMs ?? 0) > WORK_MS;
  const patience = sleep(isBarred ? 0 : REQUEST_MS, null, { ref: false }).then(() => {
    throw quotaWait(regionId) ?? new VpcApiError("timeout");
  });
  return Promise.race([reading, patience]);
}

/** A little more than one call may take. */
const REQUEST_MS = 25_000;

async function readNow(regionId: string): Promise<RegionSnapshot> {
  awaiters().set(regionId, awaiter());
  const known = keptRegion(regionId)?.answer?.vpnConnections ?? [];
  const ids = new Set(known.map(({ vpnConnectionId }) => vpnConnectionId));
  const region = await describeAllVpnConnections(regionId, NO_FILTERS, ids).finally(() => {
    awaiters().delete(regionId);
  });
  const vpnConnections = sighted(regionId, region.vpnConnections, region.fetchedAt);
  // Now, in small portions, rather than all at once for whoever searches first.
  for (const connection of vpnConnections) prepareForSearch(connection);
  return { ...region, vpnConnections };
}

/** The region where it has been read within the time an answer serves everybody. */
export function heldRegion(regionId: string): RegionSnapshot | undefined {
  return regionReads().peek(regionId);
}

export function keptRegion(regionId: string): Kept<RegionSnapshot> | undefined {
  return regionReads().kept(regionId);
}

/** The region as it was when it was last read, to stand in for what cannot be had. */
export function oldRegion(regionId: string): RegionSnapshot | null {
  const kept = keptRegion(regionId);
  if (kept === undefined || kept.answer === null) return null;
  return performance.now() - kept.answeredAt < staleMs() ? kept.answer : null;
}

/** As much of a region as these filters of the API find. Throws VpcApiError. */
export function readFiltered(
  regionId: string,
  filters: UpstreamFilters,
): Promise<Current<RegionSnapshot>> {
  if (isUnfilteredUpstream(filters)) return readRegion(regionId);
  return filteredReads().read(keyOf(regionId, filters), async () => {
    const region = await describeAllVpnConnections(regionId, filters);
    return { ...region, vpnConnections: withSightings(regionId, region.vpnConnections) };
  });
}

export function heldFiltered(
  regionId: string,
  filters: UpstreamFilters,
): RegionSnapshot | undefined {
  return filteredReads().peek(keyOf(regionId, filters));
}

const filteredReads = defineSingleton("filteredReads", () =>
  createAnswerCache<RegionSnapshot>({ ...keep(), weightOf, maxWeight: MAX_HELD_FILTERED }),
);

const keyOf = (regionId: string, filters: UpstreamFilters) => JSON.stringify([regionId, filters]);

const NO_FILTERS = filtersOf(NO_PARAMETERS);

/** Named one by one, so that equal questions have equal keys. */
export function filtersOf(parameters: UpstreamFilters): UpstreamFilters {
  const { vpnGatewayId, customerGatewayId, vpnConnectionId, resourceGroupId, tag } = parameters;
  return { vpnGatewayId, customerGatewayId, vpnConnectionId, resourceGroupId, tag };
}
