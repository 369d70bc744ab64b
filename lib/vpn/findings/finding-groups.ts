import type { ListedFinding } from "@/lib/vpn/findings/list";
import type { Grouping } from "@/lib/vpn/findings/parameters";
import { subjectKeyOf } from "@/lib/vpn/findings/selection";

/** Findings that stand under one heading; never empty. */
export type FindingGroup = { key: string; first: ListedFinding; findings: ListedFinding[] };

/** The findings of a page under what they have in common, in their order. */
export function findingGroups(findings: ListedFinding[], by: Grouping): FindingGroup[] {
  return groupedBy(findings, by === "rule" ? ruleKeyOf : subjectKeyOf);
}

/** Those of one rule by what to do about them: often the same for all. */
export function adviceGroups(findings: ListedFinding[]): FindingGroup[] {
  return groupedBy(findings, ({ advice }) => advice);
}

/** What is said of several connections or gateways at once, and what has words of its own. */
export type DetailGroups = { shared: FindingGroup[]; single: ListedFinding[] };

/** Those of one advice by what was seen; where the same is said of all, that is shared by however few. */
export function detailGroups(findings: ListedFinding[]): DetailGroups {
  const groups = groupedBy(findings, ({ detail }) => detail);
  if (groups.length === 1) return { shared: groups, single: [] };
  return {
    shared: groups.filter(isShared),
    single: groups.filter((group) => !isShared(group)).flatMap((group) => group.findings),
  };
}

const isShared = ({ findings }: FindingGroup) => new Set(findings.map(subjectKeyOf)).size > 1;

const ruleKeyOf = ({ severity, rule }: ListedFinding) => `${severity} ${rule}`;

function groupedBy(
  findings: ListedFinding[],
  keyOf: (finding: ListedFinding) => string,
): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { key, first: finding, findings: [finding] });
    else known.findings.push(finding);
  }
  return [...groups.values()];
}
