import { createLoader, parseAsNativeArrayOf, parseAsStringLiteral } from "nuqs/server";
import { RULE_IDS, SEVERITIES } from "@/lib/vpn/findings/finding";
import {
  type FindingPageParameters,
  type FindingParameters,
  GROUPINGS,
  NO_FINDING_PARAMETERS,
} from "@/lib/vpn/findings/parameters";
import type { DownloadFormat } from "@/lib/vpn/list-parameters";
import { MAX_PAGE_SIZE } from "@/lib/vpn/paging";
import {
  format,
  type Given,
  integer,
  paging,
  resourceId,
  search,
  trimmed,
  wait,
  region,
} from "@/lib/vpn/search-params";
import { type AnyParser, firstObjection, type StrictlyRead } from "@/lib/vpn/strict-parameters";

const rule = parseAsStringLiteral(RULE_IDS);
const severity = parseAsStringLiteral(SEVERITIES);

const single = {
  pageNumber: paging.pageNumber,
  pageSize: integer(MAX_PAGE_SIZE).withDefault(NO_FINDING_PARAMETERS.pageSize),
  q: search,
  regionId: region,
  vpnGatewayId: resourceId,
  customerGatewayId: resourceId,
  vpnConnectionId: resourceId,
};
const many = { rule: parseAsNativeArrayOf(rule), severity: parseAsNativeArrayOf(severity) };

const loadFindings = createLoader({ ...single, ...many, format, wait });
const loadFindingsPage = createLoader({
  ...single,
  ...many,
  by: parseAsStringLiteral(GROUPINGS).withDefault(NO_FINDING_PARAMETERS.by),
});
const ofFindings = new Map<string, AnyParser>(Object.entries({ ...single, format, wait }));
const repeatable = new Map<string, { item: AnyParser; max: number }>([
  ["rule", { item: rule, max: RULE_IDS.length }],
  ["severity", { item: severity, max: SEVERITIES.length }],
]);

/** The page of findings: nonsense in its URL falls back to the default. */
export function readFindingsPage(searchParams: Given): FindingPageParameters {
  return withoutRepeats(loadFindingsPage(trimmed(searchParams)));
}

type ApiFindings = {
  findings: FindingParameters;
  format: DownloadFormat | null;
  waitSeconds: number;
};

/** The API's findings: nothing is guessed. */
export function readFindings(searchParams: URLSearchParams): StrictlyRead<ApiFindings> {
  const objection = firstObjection(searchParams, ofFindings, repeatable);
  if (objection !== null) return objection;
  const { format: asked, wait: waitSeconds, ...read } = loadFindings(searchParams);
  return { ok: true, parameters: { findings: withoutRepeats(read), format: asked, waitSeconds } };
}

function withoutRepeats<Read extends FindingParameters>(read: Read): Read {
  return { ...read, rule: [...new Set(read.rule)], severity: [...new Set(read.severity)] };
}
