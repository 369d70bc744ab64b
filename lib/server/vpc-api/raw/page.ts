import "server-only";
import { z } from "zod";
import { listOf, number } from "@/lib/server/vpc-api/raw/scalars";

/**
 * The page around the items of a list, which are checked one by one later. A body with neither the
 * list nor a total of none is no list: an outage must not look like an empty region.
 */
export function pageOf(list: string, item: string) {
  return z
    .looseObject({ TotalCount: number })
    .refine((page) => (page[list] ?? null) !== null || page.TotalCount === 0)
    .transform((page, context) => {
      const items = listOf(item, z.unknown()).safeParse(page[list]);
      const isList = page[list] === undefined || typeof page[list] === "object";
      if (!items.success || !isList) context.addIssue("not a list");
      return { TotalCount: page.TotalCount, items: items.data ?? [] };
    });
}
