import type { RuleId, Severity } from "@/lib/vpn/findings/finding";

/** Findings are short: more of them fit on a page than connections. */
const DEFAULT_FINDING_PAGE_SIZE = 50;

/** The question that a list of findings answers. */
export type FindingParameters = {
  pageNumber: number;
  pageSize: number;
  q: string | null;
  regionId: string | null;
  vpnGatewayId: string | null;
  customerGatewayId: string | null;
  vpnConnectionId: string | null;
  rule: RuleId[];
  severity: Severity[];
};

export const GROUPINGS = ["rule", "connection"] as const;

/** What a page's findings stand under: what is weak, or where it was found. */
export type Grouping = (typeof GROUPINGS)[number];

/** What a page's address holds beyond the question. */
export type FindingPageParameters = FindingParameters & { by: Grouping };

/** The question without anything asked for. */
export const NO_FINDING_PARAMETERS: FindingPageParameters = {
  pageNumber: 1,
  pageSize: DEFAULT_FINDING_PAGE_SIZE,
  q: null,
  regionId: null,
  vpnGatewayId: null,
  customerGatewayId: null,
  vpnConnectionId: null,
  rule: [],
  severity: [],
  by: "rule",
};

/** What narrows the list and may be given once, in the order it is shown in. */
export const SINGLE_FINDING_FILTERS = [
  "q",
  "regionId",
  "vpnGatewayId",
  "customerGatewayId",
  "vpnConnectionId",
] as const;

/** Whether anything narrows the list, so that nothing found does not mean that nothing is weak. */
export function isFilteredFindings({ rule, severity, ...single }: FindingParameters): boolean {
  return (
    rule.length + severity.length > 0 ||
    SINGLE_FINDING_FILTERS.some((name) => single[name] !== null)
  );
}
