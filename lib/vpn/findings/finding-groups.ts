import type { ListedFinding } from "@/lib/vpn/findings/list";
import type { Grouping } from "@/lib/vpn/findings/parameters";
import { subjectKeyOf } from "@/lib/vpn/findings/selection";

/** Findings that stand under one heading; never empty. */
export type FindingGroup = { key: string; first: ListedFinding; findings: ListedFinding[] };

/** The findings of a page under what they have in common, in their order. */
export function findingGroups(findings: ListedFinding[], by: Grouping): FindingGroup[] {
  return groupedBy(findings, by === "rule" ? ruleKeyOf : subjectKeyOf);
}

/** Those of one rule by what is said of them: often the same of all. */
export function wordGroups(findings: ListedFinding[]): FindingGroup[] {
  return groupedBy(findings, ({ detail, advice }) => `${detail}\n${advice}`);
}

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
