import "server-only";
import { backgroundUser } from "@/lib/server/auth/background-user";
import {
  forgetRecordedFindings,
  recordFindings,
} from "@/lib/server/history/findings/record-findings";
import { findingsOfAccount } from "@/lib/server/inventory/account-findings";
import { type RegionStatus, regionsSoFar } from "@/lib/server/inventory/all-regions";
import { readGateways, vpnGatewayLists } from "@/lib/server/inventory/gateway-lists";
import { areKeysReadHere } from "@/lib/server/inventory/keys-read-here";
import { findingsOfRegion, type RegionFindings } from "@/lib/server/inventory/region-findings";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { inBackground } from "@/lib/server/vpc-api/quota/background";
import type { RuleId } from "@/lib/vpn/findings/finding";
import { groupsBy } from "@/lib/vpn/findings/groups";
import { RULES } from "@/lib/vpn/findings/rules";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";

/** Gateways change by hand and expire in days: for findings they are read so often while nobody looks. */
const GATEWAYS_MS = 3_600_000;

const state = defineSingleton("findingsRecorder", () => ({
  /** What was recorded last. */
  version: "",
  /** When gateways were last read for findings, by region, on the clock that nobody sets. */
  gatewaysReadAt: new Map<string, number>(),
}));

type ReadRegion = RegionStatus & { snapshot: RegionSnapshot };

/** Tells history what is found in all regions that have been read, where that may have changed. Never fails. */
export async function recordAccountFindings(): Promise<void> {
  const user = backgroundUser();
  const statuses = regionsSoFar(user);
  const read = statuses.filter(
    (one): one is ReadRegion =>
      // Keys that another replica has read cannot be compared with those that this one has.
      one.snapshot?.vpnConnections.every(areKeysReadHere) === true,
  );
  await Promise.all(read.map(readGatewaysIfDue));
  const found = await Promise.all(read.map(({ snapshot }) => findingsOfRegion(snapshot, user)));
  const account = await findingsOfAccount(found, user);
  const isWhole = read.length === statuses.length;
  const version = `${account.version} ${isWhole}`;
  if (version === state().version) return;
  const byRegion = groupsBy(account.found, ({ finding }) => finding.regionId);
  const areRecorded = await Promise.all(
    read.map(({ region: { regionId }, snapshot }, index) =>
      recordFindings({
        regionId,
        at: snapshot.fetchedAt,
        findings: (byRegion.get(regionId) ?? []).map(({ finding }) => finding),
        subjects: subjectsOf(found[index]),
        unapplied: unappliedRules(regionId, isWhole),
      }),
    ),
  );
  // What the database could not take is handed in again the next time, though nothing may have changed by then.
  if (areRecorded.every(Boolean)) state().version = version;
}

/** For a new leader, since another replica may have recorded since. */
export function recordFindingsAnew(): void {
  state().version = "";
  forgetRecordedFindings();
}

async function readGatewaysIfDue({ region: { regionId }, snapshot }: ReadRegion): Promise<void> {
  if (snapshot.vpnConnections.length === 0) return;
  const { gatewaysReadAt } = state();
  const last = gatewaysReadAt.get(regionId) ?? -Infinity;
  const now = performance.now();
  if (now - last < GATEWAYS_MS) return;
  gatewaysReadAt.set(regionId, now);
  await inBackground(() => readGateways(regionId));
}

function subjectsOf(found: RegionFindings | undefined): Set<string> {
  if (found === undefined) return new Set();
  const { vpnConnections, vpnGateways } = found.region;
  return new Set([
    ...vpnConnections.map(({ vpnConnectionId }) => vpnConnectionId),
    ...vpnGateways.keys(),
  ]);
}

/** What several regions together tell is not known while one of them has not been read. */
function unappliedRules(regionId: string, isWhole: boolean): Set<RuleId> {
  const hasGateways = vpnGatewayLists.isKnown(regionId);
  return new Set(
    RULES.filter(
      ({ inAccount, needsGateways }) =>
        (inAccount !== undefined && !isWhole) || (needsGateways === true && !hasGateways),
    ).map(({ id }) => id),
  );
}
