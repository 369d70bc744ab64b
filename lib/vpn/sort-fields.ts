import { CONNECTION_COLUMNS, type ConnectionColumn } from "@/lib/vpn/connection-columns";

/** Whatever can stand in a column; apart from the sorting itself, which the browser does not need. */
export const SORT_FIELDS = CONNECTION_COLUMNS;

export type SortField = ConnectionColumn;
export type Sort = SortField | `-${SortField}`;

/** As an address says it; null where that is no order. */
export function toSort(text: string | null): Sort | null {
  const field = SORT_FIELDS.find((name) => text === name || text === `-${name}`);
  if (field === undefined) return null;
  return text === field ? field : `-${field}`;
}
