import "server-only";
import type { User } from "@/lib/server/auth/user";
import { readRegionsAndGateways } from "@/lib/server/inventory/all-gateways";
import type { RegionStatus } from "@/lib/server/inventory/all-regions";
import { readGateways, waitForGateways } from "@/lib/server/inventory/gateway-lists";
import type { ListedKind } from "@/lib/server/inventory/listed-kinds";
import { toRegionState } from "@/lib/server/inventory/overview";
import { gatewaysOfRegion, type RegionGateways } from "@/lib/server/inventory/region-gateways";
import { requireRegion } from "@/lib/server/inventory/regions";
import { markStale } from "@/lib/server/inventory/request-wait";
import { rememberVersion, versionOf } from "@/lib/server/inventory/selections";
import { visibleSnapshot } from "@/lib/server/inventory/snapshots";
import type { GatewayListPlace, ListedGateway } from "@/lib/vpn/gateway-list";
import type { GatewayParameters } from "@/lib/vpn/gateway-parameters";
import { selectGateways } from "@/lib/vpn/gateway-selection";
import type { Stale } from "@/lib/vpn/types";

/** How long a file may take to be whole. */
const DOWNLOAD_WAIT_MS = 20_000;
/** What depends on the time of day is looked at again within so long. */
const HOUR_MS = 3_600_000;

/** What is asked for: a page of what the parameters find, or all of it. */
export type GatewayQuestion = GatewayParameters & { isWhole?: true };

/** The gateways of a region. Throws ParameterError or VpcApiError. */
export async function listGatewaysOf<Gateway extends ListedGateway, List extends GatewayListPlace>(
  listed: ListedKind<Gateway, List>,
  regionId: string,
  question: GatewayQuestion,
  user: User,
): Promise<List & { stale?: Stale }> {
  await requireRegion(regionId, user);
  const [{ answer, failure }] = await Promise.all([
    visibleSnapshot(regionId, user),
    waitForGateways(readGateways(regionId)),
  ]);
  const region = await gatewaysOfRegion(listed, answer, user);
  return markStale({ answer: listOf(listed, regionId, [region], question, user), failure });
}

/**
 * Those of all regions, of what has been read at most `waitMs` from now; the regions tell what is missing.
 * Throws VpcApiError.
 */
export async function listAllGateways<Gateway extends ListedGateway, List extends GatewayListPlace>(
  listed: ListedKind<Gateway, List>,
  question: GatewayQuestion,
  user: User,
  waitMs: number,
): Promise<List> {
  const wait = question.isWhole === true ? DOWNLOAD_WAIT_MS : waitMs;
  const statuses = await readRegionsAndGateways(user, wait);
  const known = await Promise.all(
    statuses.flatMap(({ snapshot }) =>
      snapshot === null ? [] : [gatewaysOfRegion(listed, snapshot, user)],
    ),
  );
  const list = listOf(listed, "", known, question, user);
  const regions = await Promise.all(statuses.map(toRegionState));
  const whole = { ...list, regions, reading: readingOf(statuses, known) };
  const states = regions.map(({ state, totalCount, problem }) => [state, totalCount, problem]);
  rememberVersion(whole, JSON.stringify([versionOf(list), whole.reading, states]));
  return whole;
}

/** Of how many regions the connections are on their way, or the gateways for the first time. */
function readingOf(statuses: RegionStatus[], known: RegionGateways<unknown>[]): number {
  const unread = new Set(known.map(({ gap }) => (gap?.problem === null ? gap.regionId : null)));
  return statuses.filter(({ region, isReading }) => isReading || unread.has(region.regionId))
    .length;
}

/** The same object for all who ask the same, while nothing changes but when connections were read. */
function listOf<Gateway extends ListedGateway, List extends GatewayListPlace>(
  { kind, toList, answers }: ListedKind<Gateway, List>,
  /** Empty over all regions. */
  place: string,
  regions: RegionGateways<Gateway>[],
  question: GatewayQuestion,
  user: User,
): List {
  const fetchedAt = Math.min(Date.now(), ...regions.map(({ snapshot }) => snapshot.fetchedAt));
  const gatewayGaps = regions.flatMap(({ gap }) => gap ?? []);
  const hour = Math.floor(Date.now() / HOUR_MS);
  const key = JSON.stringify([place, user.scopeKey, user.locale, question]);
  const versions = regions.map(({ version }) => version);
  const version = JSON.stringify([kind.of, key, hour, versions, gatewayGaps]);
  const kept = answers().get(key);
  const same = kept?.version === version ? kept.list : null;
  if (same?.fetchedAt === fetchedAt) return same;
  const list = same === null ? makeList() : { ...same, fetchedAt };
  // A file is asked for once.
  if (question.isWhole !== true) answers().set(key, { version, list });
  rememberVersion(list, version);
  return list;

  function makeList(): List {
    const { pageNumber, pageSize, isWhole } = question;
    const gateways = regions.flatMap((region) => region.gateways);
    const { found, statusCounts } = selectGateways(kind, gateways, question, Date.now());
    const from = (pageNumber - 1) * pageSize;
    const about: GatewayListPlace = {
      totalCount: found.length,
      pageNumber,
      pageSize,
      fetchedAt,
      statusCounts,
      unreadableCount: regions.reduce((sum, one) => sum + one.snapshot.unreadable.length, 0),
      gatewayGaps,
    };
    const connections = regions.flatMap(({ snapshot }) => snapshot.vpnConnections);
    return toList(isWhole ? found : found.slice(from, from + pageSize), about, connections);
  }
}
