/** Alibaba's limit for DescribeVpnConnections. */
export const MAX_PAGE_SIZE = 50;
export const DEFAULT_PAGE_SIZE = 10;
export const PAGE_SIZES = [10, 20, 50] as const;
/** Far beyond any account, and small enough that page * size stays an exact number. */
export const MAX_PAGE_NUMBER = 100_000;

export type PageLink = { kind: "page"; pageNumber: number } | { kind: "gap"; after: number };

export function pageCountOf(totalCount: number, pageSize: number): number {
  return Math.max(1, Math.ceil(totalCount / pageSize));
}

/** First, last, and the neighbours of the current page; a gap that hides one page shows it instead. */
export function pageLinks(current: number, pageCount: number): PageLink[] {
  const shown = [1, current - 1, current, current + 1, pageCount]
    .filter((page) => page >= 1 && page <= pageCount)
    .toSorted((a, b) => a - b);
  const links: PageLink[] = [];
  let last = 0;
  for (const page of new Set(shown)) {
    if (page - last === 2) links.push({ kind: "page", pageNumber: page - 1 });
    else if (page - last > 2) links.push({ kind: "gap", after: last });
    links.push({ kind: "page", pageNumber: page });
    last = page;
  }
  return links;
}
