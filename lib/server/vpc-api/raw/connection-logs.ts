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
 * A page of DescribeVpnConnectionLogs 2016-04-28: `Data.Logs` is a list of lines, and there is no total. Without
 * lines any of it may be absent; what is no object is no page.
 */
export const rawLogPage = z
  .looseObject({
    Data: z.unknown().optional(),
    Count: number,
    IsCompleted: flag,
    PageSize: number,
  })
  .transform((page, context) => {
    const data = typeof page.Data === "string" ? parseOrKeep(page.Data) : page.Data;
    const isThere = typeof data === "object" && data !== null;
    if (!isThere && (data ?? "") !== "") context.addIssue("not a page of logs");
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
