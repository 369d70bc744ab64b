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
/** Pages of one walk that queue at a time; those behind are dropped when one fails. */
const WALKERS = 64;
/**
 * The page sizes of the walks of a list that goes on changing, after which what any of them has seen
 * is taken. Each its own, so that what slipped between two pages hardly does so in every one.
 */
const PAGE_SIZES = [MAX_PAGE_SIZE, 47, 43] as const;

/** A list read whole. */
export type WholeList<Item> = Items<Item> & {
  /** Null where several calls made it. */
  requestId: string | null;
  fetchedAt: number;
};

/**
 * All pages of a list, each item once. One that moved while it was read is read again, and so is one
 * in which a `known` id is missing: it may be gone, or have slipped between two pages. One that then
 * still sends fewer than it counts is a bad answer, since half a region looks like a smaller one.
 * Throws VpcApiError.
 */
export async function readWholeList<Raw extends z.ZodType, Item>(
  kind: ListKind<Raw, Item>,
  regionId: string,
  filters: WireParameters,
  known: ReadonlySet<string> = NONE,
): Promise<WholeList<Item>> {
  const [size, ...otherSizes] = PAGE_SIZES;
  let last = await walk(kind, regionId, filters, size);
  let seen = last.whole;
  const isMissingSome = lacksAny(kind, last.whole, known);
  for (const [index, otherSize] of otherSizes.entries()) {
    // What is missing twice is gone.
    if (!last.hasMoved && !(isMissingSome && index === 0)) break;
    const before = last;
    last = await walk(kind, regionId, filters, otherSize);
    if (isRepeating(kind, last, before)) return last.whole;
    seen = union(kind, last.whole, seen);
  }
  const whole = last.hasMoved || isMissingSome ? seen : last.whole;
  if (sizeOf(whole) < last.totalCount) throw new VpcApiError("bad_answer");
  return whole;
}

const sizeOf = <Item>({ items, unreadable }: Items<Item>) => items.length + unreadable.length;

const NONE: ReadonlySet<string> = new Set();

function lacksAny<Raw extends z.ZodType, Item>(
  { idOf }: ListKind<Raw, Item>,
  { items, unreadable }: Items<Item>,
  known: ReadonlySet<string>,
): boolean {
  const there = new Set([...items.map(idOf), ...unreadable.map(({ id }) => id)]);
  return [...known].some((id) => !there.has(id));
}

type Walk<Item> = { whole: WholeList<Item>; totalCount: number; sent: number };

/** Two walks saw the same, and as many as are counted: the API sends some twice, none is missing. */
function isRepeating<Raw extends z.ZodType, Item>(
  { idOf }: ListKind<Raw, Item>,
  last: Walk<Item>,
  before: Walk<Item>,
): boolean {
  const known = new Set(before.whole.items.map(idOf));
  return (
    last.sent >= last.totalCount &&
    sizeOf(last.whole) === sizeOf(before.whole) &&
    last.whole.items.every((item) => known.has(idOf(item)))
  );
}

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

/** Throws VpcApiError where nothing is left. */
export function readableOf<Item>({
  items,
  unreadable,
  requestId,
  fetchedAt,
}: WholeList<Item>): ReadableList<Item> {
  if (unreadable.length > 0 && items.length === 0) {
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
  pageSize: number,
) {
  const read = (pageNumber: number) =>
    readListPage(kind, regionId, filters, { pageNumber, pageSize });
  const first = await read(1);
  const all = [first, ...(await readRest(read, pageCountOf(first.totalCount, pageSize)))];
  const known = new Set<string | null>();
  let sent = 0;
  /** Whether the page has anything that those before it had not: a full one that has not is no page. */
  const take = (page: ListPage<Item>): boolean => {
    const ids = [...page.items.map(kind.idOf), ...page.unreadable.map(({ id }) => id)];
    const isNews = ids.some((id) => id === null || !known.has(id));
    for (const id of ids) known.add(id);
    if (isNews || page.sent < pageSize) sent += page.sent;
    return isNews;
  };
  for (const page of all) take(page);
  for (let last = all.at(-1); last?.sent === pageSize; last = all.at(-1)) {
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
  const hasMoved = hasRepeats || all.some((page) => page.claimedTotal !== first.claimedTotal);
  return { whole, totalCount, sent, hasMoved: hasMoved || sizeOf(whole) < totalCount };
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
