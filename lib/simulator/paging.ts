import { invalidParameter } from "./api-error";
import type { RequestParameters } from "./signature";

/** Alibaba's docs: PageSize 1 to 50, by default 10. */
const maximumPageSize = 50;
const defaultPageSize = 10;

function integer(parameters: RequestParameters, name: string, fallback: number, maximum: number) {
  const text = parameters.get(name);
  if (!text) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > maximum) throw invalidParameter(name);
  return value;
}

/** A page past the end is an empty list with the true TotalCount. */
export function page(items: readonly unknown[], parameters: RequestParameters) {
  const number = integer(parameters, "PageNumber", 1, Infinity);
  const size = integer(parameters, "PageSize", defaultPageSize, maximumPageSize);
  return {
    items: items.slice((number - 1) * size, number * size),
    envelope: { PageNumber: number, PageSize: size, TotalCount: items.length },
  };
}
