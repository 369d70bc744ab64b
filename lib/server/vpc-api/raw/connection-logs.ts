import "server-only";
import { z } from "zod";
import {
  flag,
  isRecord,
  itemsOf,
  number,
  parseOrKeep,
  text,
} from "@/lib/server/vpc-api/raw/scalars";

/**
 * A page of DescribeVpnConnectionLogs 2016-04-28: `Data.Logs` is a list of lines, and there is no total. An answer
 * without any of its fields is none: an outage must not look like a quiet gateway.
 */
export const rawLogPage = z
  .looseObject({
    Data: z.unknown().optional(),
    Count: number,
    IsCompleted: flag,
    PageNumber: number,
    PageSize: number,
  })
  .transform((page, context) => {
    const data = typeof page.Data === "string" ? parseOrKeep(page.Data) : page.Data;
    const isThere = typeof data === "object" && data !== null;
    const others = [page.Count, page.IsCompleted, page.PageNumber];
    if (!isThere && others.every(({ value }) => value === null)) {
      context.addIssue("not a page of logs");
    }
    return {
      /** Null for one that is no text. */
      lines: (isThere ? linesIn(data) : []).map((line) => text.parse(line)),
      /** How many lines the page has, by its own word. */
      count: page.Count.value,
      isCompleted: page.IsCompleted.value,
      pageSize: page.PageSize.value,
    };
  });

export type RawLogPage = z.infer<typeof rawLogPage>;

/** `{ Logs: [...] }`, `{ Logs: { Log: [...] } }` or the list alone. */
function linesIn(data: object): unknown[] {
  const items = itemsOf("Logs", data);
  const [only] = items;
  return items.length === 1 && isRecord(only) ? itemsOf("Log", only) : items;
}
