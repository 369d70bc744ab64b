import type { ListedFinding } from "@/lib/vpn/findings/list";
import { subjectKeyOf } from "@/lib/vpn/findings/selection";

/** What is the same of one or both tunnels of a connection; tunnels are 1 and 2, none where it is of the whole. */
export type FindingRow = { key: string; finding: ListedFinding; tunnels: number[] };

/** The findings of a page as rows: what both tunnels of a pair have in common is one. */
export function findingRows(findings: ListedFinding[]): FindingRow[] {
  const rows = new Map<string, FindingRow>();
  for (const finding of findings) {
    const { tunnel, rule, severity, detail, evidence } = finding;
    const said = tunnel === null ? rows.size : [detail, evidence];
    const key = JSON.stringify([subjectKeyOf(finding), rule, severity, said]);
    const row = rows.get(key) ?? { key, finding: { ...finding, tunnel: null }, tunnels: [] };
    if (tunnel !== null) row.tunnels.push(tunnel);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ key, finding, tunnels }) => {
    const [tunnel = null, ...others] = tunnels;
    return { key, tunnels, finding: others.length === 0 ? { ...finding, tunnel } : finding };
  });
}
