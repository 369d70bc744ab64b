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
  return (await readPage(regionId, parameters)).list;
}

/** `sent` counts what the page held before repeats were taken out. */
async function readPage(regionId: string, parameters: UpstreamParameters) {
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
  const list: VpnConnectionList = {
    ...readEach(regionId, page.items),
    totalCount,
    pageNumber,
    pageSize,
    requestId,
    fetchedAt: Date.now(),
    counts: null,
  };
  return { list, sent: page.items.length };
}

type UpstreamFilters = Omit<UpstreamParameters, "pageNumber" | "pageSize">;

/** Far more than an account can hold: a total that lies must not make an endless walk. */
const MAX_PAGES = 2_000;
/** Calls of one walk at a time; the account's quota is shared with its other tools. */
const WALKERS = 8;

/**
 * All pages. A list that moved while it was read is read once more; one that then still sends fewer
 * than it counts is a bad answer, since half a region looks like a smaller one.
 * Throws VpcApiError.
 */
export async function describeAllVpnConnections(
  regionId: string,
  filters: UpstreamFilters,
): Promise<RegionRead> {
  const first = await walk(regionId, filters);
  if (first.vpnConnections.length + first.unreadable.length >= first.totalCount) return first;
  const second = await walk(regionId, filters);
  if (second.sent < second.totalCount) throw new VpcApiError("bad_answer");
  return second;
}

type Walk = RegionRead & { totalCount: number; sent: number };

/** The first page tells how many there are, the rest are read in parallel. */
async function walk(regionId: string, filters: UpstreamFilters): Promise<Walk> {
  const read = (pageNumber: number) =>
    readPage(regionId, { ...filters, pageNumber, pageSize: MAX_PAGE_SIZE });
  const first = await read(1);
  const { totalCount } = first.list;
  const pageCount = Math.min(MAX_PAGES, pageCountOf(totalCount, MAX_PAGE_SIZE));
  const rest = Array.from({ length: pageCount - 1 }, (_, index) => index + 2);
  const limit = pLimit(WALKERS);
  const pages = await Promise.all(rest.map((page) => limit(() => read(page)))).catch((error) => {
    // One failure fails them all: the pages not yet asked for would only cost quota.
    limit.clearQueue();
    throw error;
  });
  const all = [first, ...pages];
  return {
    ...withoutRepeats(
      all.flatMap(({ list }) => list.vpnConnections),
      all.flatMap(({ list }) => list.unreadable),
    ),
    totalCount,
    sent: all.reduce((sum, page) => sum + page.sent, 0),
    requestId: pages.length === 0 ? first.list.requestId : null,
    fetchedAt: Math.min(...all.map(({ list }) => list.fetchedAt)),
  };
}

/** What is sent twice is one connection: a list may move between two pages. */
function withoutRepeats(connections: VpnConnection[], unreadable: UnreadableConnection[]) {
  const byId = new Map(connections.map((one) => [one.vpnConnectionId, one]));
  const seen = new Set<string | null>(byId.keys());
  const unreadableOnce = unreadable.filter(({ vpnConnectionId: id }) => {
    const isNew = id === null || !seen.has(id);
    seen.add(id);
    return isNew;
  });
  return { vpnConnections: [...byId.values()], unreadable: unreadableOnce };
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

/** Each connection stands for itself: one that makes no sense does not take the page down. */
function readEach(regionId: string, items: unknown[]) {
  const vpnConnections: VpnConnection[] = [];
  const unreadable: UnreadableConnection[] = [];
  for (const item of items) {
    const parsed = rawVpnConnection.safeParse(item);
    if (parsed.success) {
      vpnConnections.push(toVpnConnection(regionId, parsed.data));
    } else {
      const fields = parsed.error.issues.map((issue) => issue.path.join("."));
      unreadable.push({ vpnConnectionId: idOf(item), fields: [...new Set(fields)].slice(0, 10) });
    }
  }
  return withoutRepeats(vpnConnections, unreadable);
}

function idOf(item: unknown): string | null {
  const id = isRecord(item) ? item.VpnConnectionId : null;
  const isId = typeof id === "string" || typeof id === "number";
  return isId && /^[\w.*-]{1,100}$/.test(String(id)) ? String(id) : null;
}

/** A total that is absent, or smaller than what the page goes up to with rows on it, is not true. */
function totalOf(claimed: number | null, upTo: number, onPage: number): number {
  const isTotal = claimed !== null && Number.isInteger(claimed) && claimed >= 0;
  if (!isTotal) return upTo;
  return onPage === 0 ? claimed : Math.max(claimed, upTo);
}
