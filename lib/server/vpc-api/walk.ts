import "server-only";
import pLimit from "p-limit";
import type { z } from "zod";
import { MAX_PAGE_SIZE, pageCountOf } from "@/lib/vpn/paging";
import type { WireParameters } from "@/lib/server/vpc-api/client";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import {
  type Items,
  type ListKind,
  readListPage,
  withoutRepeats,
} from "@/lib/server/vpc-api/list-page";

/** Far more than an account can hold: a total that lies must not make an endless walk. */
const MAX_PAGES = 2_000;
/** Calls of one walk at a time; the account's quota is shared with its other tools. */
const WALKERS = 8;

/** A list read whole. */
export type WholeList<Item> = Items<Item> & {
  /** Null where several calls made it. */
  requestId: string | null;
  fetchedAt: number;
};

/**
 * All pages of a list. One that moved while it was read is read once more; one that then still sends
 * fewer than it counts is a bad answer, since half a region looks like a smaller one.
 * Throws VpcApiError.
 */
export async function readWholeList<Raw extends z.ZodType, Item>(
  kind: ListKind<Raw, Item>,
  regionId: string,
  filters: WireParameters,
): Promise<WholeList<Item>> {
  const first = await walk(kind, regionId, filters);
  if (first.whole.items.length + first.whole.unreadable.length >= first.totalCount) {
    return first.whole;
  }
  const second = await walk(kind, regionId, filters);
  if (second.sent < second.totalCount) throw new VpcApiError("bad_answer");
  return second.whole;
}

/** A list whose items matter for their names: what could not be read is left out. */
export type ReadableList<Item> = Omit<WholeList<Item>, "unreadable">;

/** Throws VpcApiError where nothing is left, or where what was left out may be the wanted one. */
export function readableOf<Raw extends z.ZodType, Item>(
  { idOf }: ListKind<Raw, Item>,
  { items, unreadable, requestId, fetchedAt }: WholeList<Item>,
  wantedId: string | undefined,
): ReadableList<Item> {
  const isWanted = (item: Item) => wantedId === undefined || idOf(item) === wantedId;
  if (unreadable.length > 0 && !items.some(isWanted)) {
    throw new VpcApiError("bad_answer", { requestId });
  }
  return { items, requestId, fetchedAt };
}

/** The first page tells how many there are, the rest are read in parallel. */
async function walk<Raw extends z.ZodType, Item>(
  kind: ListKind<Raw, Item>,
  regionId: string,
  filters: WireParameters,
) {
  const read = (pageNumber: number) =>
    readListPage(kind, regionId, filters, { pageNumber, pageSize: MAX_PAGE_SIZE });
  const first = await read(1);
  const { totalCount } = first;
  const pageCount = Math.min(MAX_PAGES, pageCountOf(totalCount, MAX_PAGE_SIZE));
  const rest = Array.from({ length: pageCount - 1 }, (_, index) => index + 2);
  const limit = pLimit(WALKERS);
  const pages = await Promise.all(rest.map((page) => limit(() => read(page)))).catch((error) => {
    // One failure fails them all: the pages not yet asked for would only cost quota.
    limit.clearQueue();
    throw error;
  });
  const all = [first, ...pages];
  const whole: WholeList<Item> = {
    ...withoutRepeats(kind.idOf, {
      items: all.flatMap(({ items }) => items),
      unreadable: all.flatMap(({ unreadable }) => unreadable),
    }),
    requestId: pages.length === 0 ? first.requestId : null,
    fetchedAt: Math.min(...all.map(({ fetchedAt }) => fetchedAt)),
  };
  return { whole, totalCount, sent: all.reduce((sum, page) => sum + page.sent, 0) };
}
