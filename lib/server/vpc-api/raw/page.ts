import "server-only";
import { z } from "zod";
import { itemsOf, number } from "@/lib/server/vpc-api/raw/scalars";

/**
 * The page around the items of a list, which are checked one by one later. A body with neither the
 * list nor a total of none is no list, nor is one whose total makes no sense: an outage must not look like
 * an empty region.
 */
export function pageOf(list: string, item: string) {
  return z.looseObject({ TotalCount: z.unknown().optional() }).transform((page, context) => {
    const { value: TotalCount } = number.parse(page.TotalCount);
    const hasTotal = (page.TotalCount ?? "") !== "";
    const given = page[list] ?? null;
    const isList = given === null ? TotalCount === 0 : typeof given === "object";
    if (!isList || (hasTotal && TotalCount === null)) context.addIssue("not a list");
    return { TotalCount, items: itemsOf(item, given) };
  });
}
