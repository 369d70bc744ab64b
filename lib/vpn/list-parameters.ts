import type { ConnectionColumn } from "@/lib/vpn/connection-columns";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "@/lib/vpn/paging";
import type { Sort } from "@/lib/vpn/sort-fields";
import type { IpsecStatus, TUNNEL_MODES, Verdict } from "@/lib/vpn/types";

/** The question a list answers. How it is read from an address is search-params.ts's business. */
export type ListParameters = {
  pageNumber: number;
  pageSize: number;
  vpnGatewayId: string | null;
  customerGatewayId: string | null;
  vpnConnectionId: string | null;
  resourceGroupId: string | null;
  tunnelMode: (typeof TUNNEL_MODES)[number] | null;
  ikeVersion: string | null;
  q: string | null;
  sort: Sort | null;
  /** `key:value` each. */
  tag: string[];
  status: (Verdict | IpsecStatus)[];
};

/** What the links of a page keep beyond the question: the columns that were asked for, if any were. */
export type ListLinkParameters = ListParameters & { columns?: ConnectionColumn[] | null };

/** What a page's address holds besides: ids of the open panels. */
export type ListPageParameters = ListParameters & {
  columns: ConnectionColumn[] | null;
  open: string[];
};

/** The part of the question that the API upstream answers itself. */
export type UpstreamParameters = Pick<
  ListParameters,
  | "pageNumber"
  | "pageSize"
  | "vpnGatewayId"
  | "customerGatewayId"
  | "vpnConnectionId"
  | "resourceGroupId"
  | "tag"
>;

/** Of these, what narrows rather than pages. */
export type UpstreamFilters = Omit<UpstreamParameters, "pageNumber" | "pageSize">;

/** Whether the API upstream is asked for all there is. */
export function isUnfilteredUpstream(filters: UpstreamFilters): boolean {
  const { vpnGatewayId, customerGatewayId, vpnConnectionId, resourceGroupId, tag } = filters;
  const ids = [vpnGatewayId, customerGatewayId, vpnConnectionId, resourceGroupId];
  return tag.length === 0 && ids.every((id) => id === null);
}

export const NO_PARAMETERS: ListPageParameters = {
  pageNumber: 1,
  pageSize: DEFAULT_PAGE_SIZE,
  vpnGatewayId: null,
  customerGatewayId: null,
  vpnConnectionId: null,
  resourceGroupId: null,
  tunnelMode: null,
  ikeVersion: null,
  q: null,
  sort: null,
  tag: [],
  status: [],
  columns: null,
  open: [],
};

/** The API takes `format` too, to hand out the whole filtered list as a file. */
export const DOWNLOAD_FORMATS = ["csv", "json"] as const;

export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

/** Characters of a search; more are no search in an address. */
export const MAX_SEARCH_LENGTH = 100;

/** What narrows the list and may be given once, in the order it is shown in. */
export const SINGLE_FILTERS = [
  "q",
  "tunnelMode",
  "ikeVersion",
  "vpnGatewayId",
  "customerGatewayId",
  "vpnConnectionId",
  "resourceGroupId",
] as const;

/** Whether anything narrows the list, so that nothing found does not mean nothing there. */
export function isFiltered({ tag, status, ...single }: ListParameters): boolean {
  return tag.length + status.length > 0 || SINGLE_FILTERS.some((name) => single[name] !== null);
}

/** Whether one page of the API upstream is not enough to answer. */
export function needsWholeRegion(parameters: ListParameters): boolean {
  const { status, tunnelMode, ikeVersion, q } = parameters;
  return (
    status.length > 0 ||
    [tunnelMode, ikeVersion, q, parameters.sort].some((value) => value !== null)
  );
}

/** The question a page asks, without what only the page itself needs. */
export function listParametersOf(
  parameters: ListLinkParameters & { open?: string[] },
): ListParameters {
  const { open: _open, columns: _columns, ...question } = parameters;
  return question;
}

/** What the links of a page keep. */
export function linkParametersOf({ open: _open, ...kept }: ListPageParameters): ListLinkParameters {
  return kept;
}

/** Ids as Alibaba spells them; the prefix is left open, since its own documents mix prefixes up. */
export const RESOURCE_ID = /^[\w.*-]{1,100}$/;

/** The open panels an address names: no nonsense, no repeats, no more than a page has rows. */
export function openPanelsOf(values: string[]): string[] {
  return [...new Set(values)].filter((id) => RESOURCE_ID.test(id)).slice(0, MAX_PAGE_SIZE);
}
