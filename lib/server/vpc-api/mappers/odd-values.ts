import "server-only";
import type { Reading } from "@/lib/server/vpc-api/raw/scalars";
import type { OddValue } from "@/lib/vpn/types";

export type ValueOf = <Value>(field: string, reading: Reading<Value> | undefined) => Value | null;

/** Takes the values out of what was read, and collects those that mean nothing under our field names. */
export function collectOddValues() {
  const oddValues: OddValue[] = [];
  const valueOf: ValueOf = (field, reading) => {
    if (reading === undefined) return null;
    if (reading.odd !== null) oddValues.push({ field, value: reading.odd });
    return reading.value;
  };
  return { oddValues, valueOf };
}
