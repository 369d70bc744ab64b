import { isObject } from "./wire-value";

/** The page with another TotalCount, or without one for null; what is no page stays as it is. */
export function withTotal(body: unknown, value: number | null): unknown {
  if (!isObject(body) || !("TotalCount" in body)) return body;
  const { TotalCount: _true, ...page } = body;
  return value === null ? page : { ...page, TotalCount: value };
}
