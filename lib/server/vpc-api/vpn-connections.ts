import "server-only";
import pLimit from "p-limit";
import { MAX_PAGE_SIZE, pageCountOf } from "@/lib/vpn/paging";
import { splitTag, type UpstreamParameters } from "@/lib/vpn/search-params";
import type { RegionRead } from "@/lib/vpn/select-page";
import type { UnreadableConnection, VpnConnection, VpnConnectionList } from "@/lib/vpn/types";
import { callVpcApi } from "@/lib/server/vpc-api/call";
import type { WireParameters } from "@/lib/server/vpc-api/client";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { isRecord } from "@/lib/server/vpc-api/raw/scalars";
import { rawVpnConnection, rawVpnConnectionPage } from "@/lib/server/vpc-api/raw/vpn-connection";

/** One page, as DescribeVpnConnections answers it. Throws VpcApiError. */
export async function describeVpnConnections(
  regionId: string,
  parameters: UpstreamParameters,
): Promise<VpnConnectionList> {
  const { answer: page, requestId } = await callVpcApi({
    action: "DescribeVpnConnections",
    regionId,
    parameters: toWireParameters(regionId, parameters),
    schema: rawVpnConnectionPage,
  });
  const { pageNumber, pageSize } = parameters;
  const before = (pageNumber - 1) * pageSize;
  const totalCount = totalOf(page.TotalCount, before + page.items.length, page.items.length);
  // Connections that are counted but not sent: an outage must not look like an empty list.
  if (page.items.length === 0 && totalCount > before) {
    throw new VpcApiError("bad_answer", { requestId });
  }
  return {
    ...readEach(regionId, page.items),
    totalCount,
    pageNumber,
    pageSize,
    requestId,
    fetchedAt: Date.now(),
    counts: null,
  };
}

/** Far more than an account can hold: a total that lies must not make an endless walk. */
const MAX_PAGES = 2_000;
/** Calls of one walk at a time; the account's quota is shared with its other tools. */
const WALKERS = 8;

/** All pages: the first tells how many there are, the rest are read in parallel. Throws VpcApiError. */
export async function describeAllVpnConnections(
  regionId: string,
  filters: Omit<UpstreamParameters, "pageNumber" | "pageSize">,
): Promise<RegionRead> {
  const read = (pageNumber: number) =>
    describeVpnConnections(regionId, { ...filters, pageNumber, pageSize: MAX_PAGE_SIZE });
  const first = await read(1);
  const pageCount = Math.min(MAX_PAGES, pageCountOf(first.totalCount, MAX_PAGE_SIZE));
  const rest = Array.from({ length: pageCount - 1 }, (_, index) => index + 2);
  const pages = [first, ...(await pLimit(WALKERS).map(rest, read))];
  // The list may move between two pages, and then shows a connection twice.
  const byId = new Map(
    pages.flatMap((page) => page.vpnConnections).map((one) => [one.vpnConnectionId, one]),
  );
  return {
    vpnConnections: [...byId.values()],
    unreadable: pages.flatMap((page) => page.unreadable),
    requestId: pages.length === 1 ? first.requestId : null,
    fetchedAt: Math.min(...pages.map((page) => page.fetchedAt)),
  };
}

/** pop-core would send an absent value as the word `undefined`, so empties are left out here. */
function toWireParameters(regionId: string, parameters: UpstreamParameters): WireParameters {
  const wire: WireParameters = {
    RegionId: regionId,
    PageNumber: parameters.pageNumber,
    PageSize: parameters.pageSize,
  };
  if (parameters.vpnGatewayId !== null) wire.VpnGatewayId = parameters.vpnGatewayId;
  if (parameters.customerGatewayId !== null) wire.CustomerGatewayId = parameters.customerGatewayId;
  if (parameters.vpnConnectionId !== null) wire.VpnConnectionId = parameters.vpnConnectionId;
  if (parameters.resourceGroupId !== null) wire.ResourceGroupId = parameters.resourceGroupId;
  const tags = parameters.tag.map(splitTag).map(({ key, value }) => ({ Key: key, Value: value }));
  if (tags.length > 0) wire.Tag = tags;
  return wire;
}

/**
 * Each connection stands for itself: one that makes no sense does not take the page down, and one
 * that is sent twice is one.
 */
function readEach(regionId: string, items: unknown[]) {
  const byId = new Map<string, VpnConnection>();
  const unreadable: UnreadableConnection[] = [];
  for (const item of items) {
    const parsed = rawVpnConnection.safeParse(item);
    if (parsed.success) {
      byId.set(parsed.data.VpnConnectionId, toVpnConnection(regionId, parsed.data));
    } else {
      const fields = parsed.error.issues.map((issue) => issue.path.join("."));
      unreadable.push({ vpnConnectionId: idOf(item), fields: [...new Set(fields)].slice(0, 10) });
    }
  }
  return { vpnConnections: [...byId.values()], unreadable };
}

function idOf(item: unknown): string | null {
  const id = isRecord(item) ? String(item.VpnConnectionId) : "";
  return /^[\w.*-]{1,100}$/.test(id) && id !== "undefined" ? id : null;
}

/** A total that is absent, or smaller than what the page goes up to with rows on it, is not true. */
function totalOf(claimed: number | null, upTo: number, onPage: number): number {
  const isTotal = claimed !== null && Number.isInteger(claimed) && claimed >= 0;
  if (!isTotal) return upTo;
  return onPage === 0 ? claimed : Math.max(claimed, upTo);
}
