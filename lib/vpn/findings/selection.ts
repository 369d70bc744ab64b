import {
  type Finding,
  RULE_IDS,
  type RuleId,
  SEVERITIES,
  type Severity,
  severityRank,
} from "@/lib/vpn/findings/finding";
import { type FindingCounts, NO_FINDING_COUNTS } from "@/lib/vpn/findings/list";
import type { FindingParameters, Grouping } from "@/lib/vpn/findings/parameters";
import { createFindingSearch } from "@/lib/vpn/findings/finding-search";
import type { FoundFinding } from "@/lib/vpn/findings/found";

export type FindingSelection = {
  /** All that the question finds: worst first, then by rule or connection; accepted ones last. */
  found: FoundFinding[];
  counts: FindingCounts;
  waived: number;
  severities: FindingCounts;
  rules: { rule: RuleId; severity: Severity; count: number }[];
};

/** Findings that a question finds, given one after the other. */
export type FindingSelector = {
  add: (one: FoundFinding) => void;
  selection: (by: Grouping) => FindingSelection;
};

/** @param titled The rules whose title or references hold what is searched for. */
export function createFindingSelector(
  question: FindingParameters,
  titled: ReadonlySet<RuleId>,
): FindingSelector {
  const { rule: rules, severity: severities } = question;
  const isFound = matcher(question, titled);
  const counts = { ...NO_FINDING_COUNTS };
  const bySeverity = { ...NO_FINDING_COUNTS };
  const byRule = SEVERITIES.map(() => RULE_IDS.map(() => 0));
  const open = createBuckets();
  const waived = createBuckets();

  return {
    add(one) {
      if (!isFound(one)) return;
      const { rule, severity } = one.finding;
      const isRule = rules.length === 0 || rules.includes(rule);
      const isSeverity = severities.length === 0 || severities.includes(severity);
      if (one.waiver === null) {
        if (isRule) bySeverity[severity] += 1;
        const ofSeverity = byRule[severityRank(severity)];
        const index = RULE_IDS.indexOf(rule);
        if (isSeverity && ofSeverity !== undefined)
          ofSeverity[index] = (ofSeverity[index] ?? 0) + 1;
      }
      if (!isRule || !isSeverity) return;
      if (one.waiver === null) counts[severity] += 1;
      (one.waiver === null ? open : waived).add(one);
    },
    selection: (by) => ({
      found: [...inOrder(open.all(), by), ...inOrder(waived.all(), by)],
      counts,
      waived: waived.all().length,
      severities: bySeverity,
      rules: SEVERITIES.flatMap((severity, rank) =>
        RULE_IDS.flatMap((rule, index) => {
          const count = byRule[rank]?.[index] ?? 0;
          return count === 0 ? [] : [{ rule, severity, count }];
        }),
      ),
    }),
  };
}

function matcher(question: FindingParameters, titled: ReadonlySet<RuleId>) {
  const { regionId, vpnGatewayId, customerGatewayId, vpnConnectionId, q } = question;
  const isSearched = q === null ? null : createFindingSearch(q, titled);
  return (one: FoundFinding) => {
    const { finding, connection } = one;
    return (
      (regionId === null || finding.regionId === regionId) &&
      (vpnGatewayId === null || finding.vpnGatewayId === vpnGatewayId) &&
      (vpnConnectionId === null || finding.vpnConnectionId === vpnConnectionId) &&
      (customerGatewayId === null ||
        connection?.customerGatewayIds.includes(customerGatewayId) === true) &&
      (isSearched === null || isSearched(one))
    );
  };
}

/** Puts what is added in order of severity and rule, without comparing each with each. */
function createBuckets() {
  const buckets = SEVERITIES.map(() => RULE_IDS.map((): FoundFinding[] => []));
  return {
    add: (one: FoundFinding) => {
      const { rule, severity } = one.finding;
      buckets[severityRank(severity)]?.[RULE_IDS.indexOf(rule)]?.push(one);
    },
    all: () => buckets.flat(2),
  };
}

/** What findings stand under: a connection, or a gateway. */
export function subjectKeyOf({ regionId, vpnConnectionId, vpnGatewayId }: SubjectIds): string {
  return `${regionId} ${vpnConnectionId ?? vpnGatewayId ?? ""}`;
}

type SubjectIds = Pick<Finding, "regionId" | "vpnConnectionId" | "vpnGatewayId">;

/** By connection, the one with the most of what is worst first; its own stay in order. */
function inOrder(found: FoundFinding[], by: Grouping): FoundFinding[] {
  if (by === "rule") return found;
  const subjects = new Map<string, { found: FoundFinding[]; counts: FindingCounts }>();
  for (const one of found) {
    const key = subjectKeyOf(one.finding);
    const known = subjects.get(key) ?? { found: [], counts: { ...NO_FINDING_COUNTS } };
    known.found.push(one);
    known.counts[one.finding.severity] += 1;
    subjects.set(key, known);
  }
  return [...subjects.values()]
    .toSorted((one, other) => compareCounts(other.counts, one.counts))
    .flatMap((subject) => subject.found);
}

function compareCounts(one: FindingCounts, other: FindingCounts): number {
  const severity = SEVERITIES.find((name) => one[name] !== other[name]);
  return severity === undefined ? 0 : one[severity] - other[severity];
}
