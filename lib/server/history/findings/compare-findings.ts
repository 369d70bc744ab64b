import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import type { NewEvent } from "@/lib/server/history/changes";
import { eventOf } from "@/lib/server/history/compare-connection";
import type { FindingEventKind } from "@/lib/vpn/events";
import { type Finding, RULE_IDS, type RuleId } from "@/lib/vpn/findings/finding";

/** A finding as the database keeps it, to tell when it is new or gone. */
export type RecordedFinding = {
  /** A connection, or a gateway where it is of no connection. */
  subject: string;
  isOfGateway: boolean;
  rule: string;
  /** 0 where it is of no tunnel. */
  tunnel: number;
  name: string;
};

export type RecordedFindings = {
  /** Rules that have been applied to the region before: what another finds first is no news. */
  rules: ReadonlySet<string>;
  /** By keyOf(). */
  findings: ReadonlyMap<string, RecordedFinding>;
};

export const NO_FINDINGS: RecordedFindings = { rules: new Set(), findings: new Map() };

/** What has been found in a region now. */
export type RegionFindings = {
  regionId: string;
  /** Epoch milliseconds: of the read that shows it. */
  at: number;
  findings: readonly Finding[];
  /** Connections and gateways that there are: of others, findings end without an event of their own. */
  subjects: ReadonlySet<string>;
  /** Rules that could not be applied, since not everything that they need has been read. */
  unapplied: ReadonlySet<RuleId>;
};

export type FindingsChange = {
  after: RecordedFindings;
  found: RecordedFinding[];
  removed: RecordedFinding[];
  events: NewEvent[];
  hasNewRules: boolean;
};

/** Findings compared in one go, which takes a few milliseconds. */
const PORTION = 2_000;

export async function compareFindings(
  before: RecordedFindings,
  { at, findings, subjects, unapplied }: RegionFindings,
): Promise<FindingsChange> {
  const now = new Map<string, RecordedFinding>();
  for (const [index, finding] of findings.entries()) {
    if (index % PORTION === PORTION - 1) await otherWork();
    const recorded = recordedOf(finding);
    if (recorded !== null) now.set(keyOf(recorded), recorded);
  }
  const applied = RULE_IDS.filter((rule) => !unapplied.has(rule));
  const isUnapplied = new Set<string>(unapplied);
  const isKnownRule = new Set<string>(RULE_IDS);
  const change: FindingsChange = {
    after: { rules: new Set([...before.rules, ...applied]), findings: now },
    found: [],
    removed: [],
    events: [],
    hasNewRules: applied.some((rule) => !before.rules.has(rule)),
  };
  for (const [key, finding] of now) {
    if (before.findings.has(key)) continue;
    change.found.push(finding);
    if (before.rules.has(finding.rule))
      change.events.push(findingEvent(finding, "finding_new", at));
  }
  for (const [key, finding] of before.findings) {
    if (now.has(key)) continue;
    const isThere = subjects.has(finding.subject);
    if (isThere && isUnapplied.has(finding.rule)) {
      now.set(key, finding);
      continue;
    }
    change.removed.push(finding);
    const isNews = isThere && isKnownRule.has(finding.rule);
    if (isNews) change.events.push(findingEvent(finding, "finding_gone", at));
  }
  return change;
}

export function keyOf({ subject, rule, tunnel }: RecordedFinding): string {
  return `${subject} ${rule} ${tunnel}`;
}

function recordedOf({
  vpnConnectionId,
  vpnGatewayId,
  rule,
  tunnel,
  name,
}: Finding): RecordedFinding | null {
  const subject = vpnConnectionId ?? vpnGatewayId;
  if (subject === null) return null;
  return { subject, isOfGateway: vpnConnectionId === null, rule, tunnel: tunnel ?? 0, name };
}

function findingEvent(
  { subject, isOfGateway, rule, tunnel, name }: RecordedFinding,
  kind: FindingEventKind,
  at: number,
): NewEvent {
  return {
    ...eventOf(name, isOfGateway ? null : subject, at),
    vpnGatewayId: isOfGateway ? subject : null,
    kind,
    tunnel: tunnel === 0 ? null : tunnel,
    reason: rule,
  };
}
