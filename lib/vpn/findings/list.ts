import type { Finding, Reference, RuleId, Severity } from "@/lib/vpn/findings/finding";
import type { ShownWaiver } from "@/lib/vpn/findings/waiver";
import type { RegionState, Tag } from "@/lib/vpn/types";

/** A finding as its reader gets it, in their language. */
export type ListedFinding = Omit<Finding, "values"> & {
  references: readonly Reference[];
  title: string;
  detail: string;
  advice: string;
  /** Of the connection; none where it is of a gateway. */
  customerGatewayIds: string[];
  tags: Tag[];
  /** There while the team has accepted it. */
  waiver: ShownWaiver | null;
};

export type FindingCounts = Record<Severity, number>;

/** How often a rule has found something of one severity. */
export type RuleCount = { rule: RuleId; severity: Severity; title: string; count: number };

export type FindingList = {
  /** Worst first; those that have been accepted come last. */
  findings: ListedFinding[];
  /** Of all that the question finds, accepted ones too. */
  totalCount: number;
  pageNumber: number;
  pageSize: number;
  /** Of all that the question finds, without accepted ones. */
  counts: FindingCounts;
  /** How many of them have been accepted. */
  waived: number;
  /** What can be asked for: by severity whatever the asked severities, by rule whatever the asked rules. */
  facets: { severities: FindingCounts; rules: RuleCount[] };
  regions: RegionState[];
  /** How many connections have been looked at: those that the ids of the question allow, whatever the rules. */
  inspectedConnections: number;
  /** In how many of the regions: with an id of the question those that have such a connection. */
  inspectedRegions: number;
  /** Regions of which no VPN gateways are known, so that nothing is found of those. */
  regionsWithoutGateways: string[];
  /** What is wrong with the file of waivers, with the line: those of before hold. Null where nothing is. */
  waiversProblem: string | null;
  /** Epoch milliseconds: of the oldest data in it. */
  fetchedAt: number;
  /** Of how many regions a newer answer is on its way. */
  reading: number;
};

/** How many the question finds that nobody has accepted. */
export function openCountOf({ totalCount, waived }: FindingList): number {
  return totalCount - waived;
}

export const NO_FINDING_COUNTS: FindingCounts = {
  critical: 0,
  high: 0,
  medium: 0,
  low: 0,
  info: 0,
};
