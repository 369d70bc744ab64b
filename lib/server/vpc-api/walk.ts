import "server-only";
import pLimit from "p-limit";
import type { z } from "zod";
import { MAX_PAGE_SIZE, pageCountOf } from "@/lib/vpn/paging";
import type { WireParameters } from "@/lib/server/vpc-api/client";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import {
  type Items,
  type ListKind,
  type ListPage,
  readListPage,
  withoutRepeats,
} from "@/lib/server/vpc-api/list-page";

/** Far more than a region can hold: a total that lies must not make an endless walk. */
const MAX_PAGES = 400;
/** Pages of one walk that stand in line at a time; those behind are dropped when one fails. */
const WALKERS = 64;
/** Walks of a list that goes on moving; then what any of the last two has seen is taken. */
const MAX_WALKS = 3;

/** A list read whole. */
export type WholeList<Item> = Items<Item> & {
  /** Null where several calls made it. */
  requestId: string | null;
  fetchedAt: number;
};

/**
 * All pages of a list, each item once. One that moved while it was read is read again; one that then
 * still sends fewer than it counts is a bad answer, since half a region looks like a smaller one.
 * Throws VpcApiError.
 */
export async function readWholeList<Raw extends z.ZodType, Item>(
  kind: ListKind<Raw, Item>,
  regionId: string,
  filters: WireParameters,
): Promise<WholeList<Item>> {
  let last = await walk(kind, regionId, filters);
  let before = last;
  for (let walks = 1; last.isOdd && walks < MAX_WALKS; walks += 1) {
    before = last;
    last = await walk(kind, regionId, filters);
    // A list that stays odd has not moved: that is how it is.
    if (isSame(last.order, before.order)) break;
  }
  // An item may have slipped from a page not yet read to one read already, but hardly twice.
  const whole = last.isOdd ? union(kind, last.whole, before.whole) : last.whole;
  // What is sent twice may be counted twice.
  if (Math.max(sizeOf(whole), last.sent) < last.totalCount) throw new VpcApiError("bad_answer");
  return whole;
}

const isSame = (a: (string | null)[], b: (string | null)[]) =>
  a.length === b.length && a.every((id, index) => id === b[index]);

const sizeOf = <Item>({ items, unreadable }: Items<Item>) => items.length + unreadable.length;

/** As it was seen last, and what was seen only before that. */
function union<Raw extends z.ZodType, Item>(
  { idOf }: ListKind<Raw, Item>,
  last: WholeList<Item>,
  before: WholeList<Item>,
): WholeList<Item> {
  const known = new Set(last.items.map(idOf));
  const missed = before.items.filter((item) => !known.has(idOf(item)));
  return { ...last, items: [...last.items, ...missed] };
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

/**
 * The first page tells how many there are, the rest are read in parallel; the limiter says how many
 * at a time. The list ends with a page that is not full, whatever its total says.
 */
async function walk<Raw extends z.ZodType, Item>(
  kind: ListKind<Raw, Item>,
  regionId: string,
  filters: WireParameters,
) {
  const read = (pageNumber: number) =>
    readListPage(kind, regionId, filters, { pageNumber, pageSize: MAX_PAGE_SIZE });
  const first = await read(1);
  const all = [first, ...(await readRest(read, pageCountOf(first.totalCount, MAX_PAGE_SIZE)))];
  const known = new Set<string | null>();
  let sent = 0;
  /** Whether the page has anything that those before it had not. A full one that has not is no page. */
  const take = (page: ListPage<Item>): boolean => {
    const ids = idsOf(kind, page);
    const isNews = ids.some((id) => id === null || !known.has(id));
    for (const id of ids) known.add(id);
    if (isNews || page.sent < MAX_PAGE_SIZE) sent += page.sent;
    return isNews;
  };
  for (const page of all) take(page);
  for (let last = all.at(-1); last?.sent === MAX_PAGE_SIZE; last = all.at(-1)) {
    if (all.length >= MAX_PAGES) throw new VpcApiError("bad_answer");
    const next = await read(all.length + 1);
    all.push(next);
    // A list that only repeats itself goes on for ever.
    if (!take(next)) break;
  }
  const items = {
    items: all.flatMap((page) => page.items),
    unreadable: all.flatMap((page) => page.unreadable),
  };
  const whole: WholeList<Item> = {
    ...withoutRepeats(kind.idOf, items),
    requestId: all.length === 1 ? first.requestId : null,
    fetchedAt: Math.min(...all.map(({ fetchedAt }) => fetchedAt)),
  };
  const totalCount = Math.min(...all.map((page) => page.claimedTotal ?? 0));
  const hasRepeats = sizeOf(whole) < sizeOf(items);
  const hasOtherTotals = all.some((page) => page.claimedTotal !== first.claimedTotal);
  const isOdd = hasRepeats || hasOtherTotals || sizeOf(whole) < totalCount;
  return { whole, totalCount, sent, isOdd, order: all.flatMap((page) => idsOf(kind, page)) };
}

function idsOf<Raw extends z.ZodType, Item>(
  { idOf }: ListKind<Raw, Item>,
  { items, unreadable }: Items<Item>,
): (string | null)[] {
  return [...items.map(idOf), ...unreadable.map(({ id }) => id)];
}

/** One failure fails them all: the pages not yet asked for would only cost quota. */
async function readRest<Page>(
  read: (pageNumber: number) => Promise<Page>,
  pageCount: number,
): Promise<Page[]> {
  const limit = pLimit(WALKERS);
  const rest = Array.from({ length: Math.min(pageCount, MAX_PAGES) - 1 }, (_, index) => index + 2);
  return Promise.all(rest.map((page) => limit(() => read(page)))).catch((error) => {
    limit.clearQueue();
    throw error;
  });
}
