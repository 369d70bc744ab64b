import "server-only";
import { LRUCache } from "lru-cache";
import type { z } from "zod";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { callVpcApi, type VpcApiAnswer } from "@/lib/server/vpc-api/call";
import type { WireParameters } from "@/lib/server/vpc-api/client";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { isRecord } from "@/lib/server/vpc-api/raw/scalars";

/** A page as it was answered, its items mapped: a raw one has secrets in it, and is kept nowhere. */
type PageRead<Item> = Items<Item> & {
  /** The total as the API tells it; null where it is none. */
  claimedTotal: number | null;
  /** How many the page held before repeats were taken out. */
  sent: number;
};

/** What each page of one action was answered last, by what was asked. */
type LastPages<Item> = LRUCache<string, VpcApiAnswer<z.ZodType<PageRead<Item>>>>;

/** Twice the pages of 10,000 connections. What is forgotten is read anew. */
const MAX_LAST_PAGES = 400;

/** Declares where the last pages of an action are kept, since nearly every page says the same as before. */
export const defineLastPages = <Item>(action: string) =>
  defineSingleton(
    `last pages of ${action}`,
    (): LastPages<Item> => new LRUCache({ max: MAX_LAST_PAGES }),
  );

/** How one of the API's lists is asked for and read. */
export type ListKind<Raw extends z.ZodType, Item> = {
  action: string;
  page: z.ZodType<{ TotalCount: number | null; items: unknown[] }>;
  lastPages: () => LastPages<Item>;
  item: Raw;
  toItem: (regionId: string, raw: z.infer<Raw>) => Item;
  idOf: (item: Item) => string;
  /** The id's name on the wire. */
  wireId: string;
};

/** An item without an id, which is all that it must have: where it could not be read. */
export type Unreadable = { id: string | null; fields: string[] };

export type Items<Item> = { items: Item[]; unreadable: Unreadable[] };

export type ListPage<Item> = PageRead<Item> & {
  totalCount: number;
  requestId: string | null;
  fetchedAt: number;
};

type PageOf = { pageNumber: number; pageSize: number };

/** One page of a list, as the API answers it. Throws VpcApiError. */
export async function readListPage<Raw extends z.ZodType, Item>(
  kind: ListKind<Raw, Item>,
  regionId: string,
  filters: WireParameters,
  { pageNumber, pageSize }: PageOf,
): Promise<ListPage<Item>> {
  const parameters = {
    RegionId: regionId,
    PageNumber: pageNumber,
    PageSize: pageSize,
    ...filters,
  };
  const key = JSON.stringify(parameters);
  const schema = kind.page.transform(({ TotalCount, items }): PageRead<Item> => ({
    ...readEach(kind, regionId, items),
    claimedTotal: isTotal(TotalCount) ? TotalCount : null,
    sent: items.length,
  }));
  const previous = kind.lastPages().get(key);
  const reply = await callVpcApi({ action: kind.action, regionId, parameters, schema, previous });
  kind.lastPages().set(key, reply);
  const { answer: page, requestId } = reply;
  const { claimedTotal, sent } = page;
  const before = (pageNumber - 1) * pageSize;
  const upTo = before + sent;
  // A total smaller than what the page goes up to with rows on it is not true.
  const totalCount = sent === 0 ? (claimedTotal ?? upTo) : Math.max(claimedTotal ?? 0, upTo);
  // Items that are counted but not sent: an outage must not look like an empty list.
  if (sent === 0 && totalCount > before) throw new VpcApiError("bad_answer", { requestId });
  return { ...page, totalCount, requestId, fetchedAt: Date.now() };
}

/** What is sent twice is one: a list may move between two pages. */
export function withoutRepeats<Item>(
  idOf: (item: Item) => string,
  { items, unreadable }: Items<Item>,
): Items<Item> {
  const byId = new Map(items.map((one) => [idOf(one), one]));
  const seen = new Set<string | null>(byId.keys());
  const unreadableOnce = unreadable.filter(({ id }) => {
    const isNew = id === null || !seen.has(id);
    seen.add(id);
    return isNew;
  });
  return { items: [...byId.values()], unreadable: unreadableOnce };
}

/** Each item stands for itself: one that makes no sense does not take the page down. */
function readEach<Raw extends z.ZodType, Item>(
  { item: schema, toItem, idOf, wireId }: ListKind<Raw, Item>,
  regionId: string,
  sent: unknown[],
): Items<Item> {
  const items: Item[] = [];
  const unreadable: Unreadable[] = [];
  for (const one of sent) {
    const parsed = schema.safeParse(one);
    if (parsed.success) {
      items.push(toItem(regionId, parsed.data));
    } else {
      const fields = parsed.error.issues.map((issue) => issue.path.join("."));
      unreadable.push({ id: wireIdOf(one, wireId), fields: [...new Set(fields)].slice(0, 10) });
    }
  }
  return withoutRepeats(idOf, { items, unreadable });
}

function wireIdOf(item: unknown, wireId: string): string | null {
  const id = isRecord(item) ? item[wireId] : null;
  const isId = typeof id === "string" || typeof id === "number";
  return isId && /^[\w.*-]{1,100}$/.test(String(id)) ? String(id) : null;
}

function isTotal(claimed: number | null): claimed is number {
  return claimed !== null && Number.isInteger(claimed) && claimed >= 0;
}
