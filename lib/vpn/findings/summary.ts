import type { FindingList } from "@/lib/vpn/findings/list";

/** Differs where a page of findings says something else, but for values that stay as bad as they were. */
export function summaryOf({ totalCount, counts, waived, regions }: FindingList): string {
  return JSON.stringify([totalCount, counts, waived, regions.map(({ state }) => state)]);
}
