import "server-only";
import type { User } from "@/lib/server/auth/user";
import { type AccountFindings, findingsOfAccount } from "@/lib/server/inventory/account-findings";
import { readRegionsAndGateways } from "@/lib/server/inventory/all-gateways";
import { type RegionStatus, regionsSoFar } from "@/lib/server/inventory/all-regions";
import {
  findingPage,
  type FindingPage,
  listedFor,
  selectFindings,
} from "@/lib/server/inventory/finding-selections";
import { vpnGatewayLists } from "@/lib/server/inventory/gateway-lists";
import { oldestOf, readingOf, toRegionState } from "@/lib/server/inventory/overview";
import { findingsOfRegion } from "@/lib/server/inventory/region-findings";
import { requireRegion } from "@/lib/server/inventory/regions";
import { rememberVersion, versionOf } from "@/lib/server/inventory/selections";
import { lastSnapshot, refreshIfDue } from "@/lib/server/inventory/snapshots";
import { currentWaivers } from "@/lib/server/inventory/waivers/waivers";
import type { Finding } from "@/lib/vpn/findings/finding";
import type { FindingCounts, FindingList, ListedFinding } from "@/lib/vpn/findings/list";
import {
  type FindingParameters,
  type Grouping,
  NO_FINDING_PARAMETERS,
} from "@/lib/vpn/findings/parameters";
import { inspectedIn } from "@/lib/vpn/findings/inspected";
import type { FoundFinding } from "@/lib/vpn/findings/found";

/** How long a file may take to be whole: an answer on a page comes at once, and again. */
const DOWNLOAD_WAIT_MS = 20_000;

/**
 * One page of what is found in all regions, of what has been read at most `waitMs` from now; the regions
 * tell what is missing. Throws ParameterError or VpcApiError.
 */
export async function listFindings(
  parameters: FindingParameters,
  user: User,
  waitMs = 0,
  by: Grouping = "rule",
): Promise<FindingList> {
  return listOf(await readRegions(parameters, user, waitMs), parameters, user, by);
}

/**
 * The same for what stands beside something else: nothing is read for it but the asked region, where it
 * never was. Throws ParameterError.
 */
export async function findingsSoFar(
  parameters: FindingParameters,
  user: User,
): Promise<FindingList> {
  const { regionId } = parameters;
  if (regionId !== null) {
    await requireRegion(regionId, user);
    if (lastSnapshot(regionId) === undefined) await refreshIfDue(regionId);
  }
  return listOf(regionsSoFar(user, regionId), parameters, user, "rule");
}

async function listOf(
  statuses: RegionStatus[],
  parameters: FindingParameters,
  user: User,
  by: Grouping,
): Promise<FindingList> {
  const page = await findingPage(await findingsIn(statuses, user), parameters, by, user);
  const place = await placeOf(statuses, parameters);
  const list = { ...page, ...place };
  const states = place.regions.map(({ state, totalCount, problem }) => [
    state,
    totalCount,
    problem,
  ]);
  const { reading, regionsWithoutGateways, waiversProblem } = place;
  const version = [versionOf(page), reading, regionsWithoutGateways, waiversProblem, states];
  rememberVersion(list, JSON.stringify(version));
  return list;
}

/** All that a question finds, to be put into words while it is written out. */
export type WholeFindings = Omit<
  FindingList,
  Exclude<keyof FindingPage, "totalCount" | "counts" | "waived">
> & {
  found: FoundFinding[];
  toListed: (one: FoundFinding) => ListedFinding;
};

/** Throws ParameterError or VpcApiError. */
export async function allFindings(
  parameters: FindingParameters,
  user: User,
): Promise<WholeFindings> {
  const statuses = await readRegions(parameters, user, DOWNLOAD_WAIT_MS);
  const account = await findingsIn(statuses, user);
  const { found, counts, waived } = await selectFindings(account, parameters, "rule", user);
  const toListed = await listedFor(user);
  const place = await placeOf(statuses, parameters);
  return { found, toListed, totalCount: found.length, counts, waived, ...place };
}

/** What has been found so far of a connection that the user sees, without what has been accepted. Reads nothing. */
export async function findingsOfConnection(
  regionId: string,
  vpnConnectionId: string,
  user: User,
): Promise<Finding[]> {
  const account = await findingsIn(regionsSoFar(user, regionId), user);
  const question = { ...NO_FINDING_PARAMETERS, regionId, vpnConnectionId };
  const { found } = await selectFindings(account, question, "rule", user);
  return found.filter(({ waiver }) => waiver === null).map(({ finding }) => finding);
}

/** How many have been found so far that nobody has accepted. Reads nothing. */
export async function findingCountsSoFar(user: User): Promise<FindingCounts> {
  const account = await findingsIn(regionsSoFar(user), user);
  const { counts } = await selectFindings(account, NO_FINDING_PARAMETERS, "rule", user);
  return counts;
}

/** All regions, and their gateways: of those, too, something is found. */
async function readRegions(
  { regionId }: FindingParameters,
  user: User,
  waitMs: number,
): Promise<RegionStatus[]> {
  if (regionId !== null) await requireRegion(regionId, user);
  return readRegionsAndGateways(user, waitMs);
}

/** What is found in these regions as they are known. */
async function findingsIn(statuses: RegionStatus[], user: User): Promise<AccountFindings> {
  const regions = await Promise.all(
    statuses.flatMap(({ snapshot }) =>
      snapshot === null ? [] : [findingsOfRegion(snapshot, user)],
    ),
  );
  return findingsOfAccount(regions, user);
}

type Place = Omit<FindingList, keyof FindingPage>;

/** How far the regions that are asked about have been read. */
async function placeOf(all: RegionStatus[], question: FindingParameters): Promise<Place> {
  const { regionId } = question;
  const statuses = all.filter(({ region }) => regionId === null || region.regionId === regionId);
  const snapshots = statuses.flatMap(({ snapshot }) => snapshot ?? []);
  return {
    regions: await Promise.all(statuses.map(toRegionState)),
    ...inspectedIn(snapshots, question),
    waiversProblem: currentWaivers().problem,
    regionsWithoutGateways: statuses
      .filter(
        ({ region, snapshot }) => snapshot !== null && !vpnGatewayLists.isKnown(region.regionId),
      )
      .map(({ region }) => region.regionId),
    fetchedAt: oldestOf(statuses),
    reading: readingOf(statuses),
  };
}
