export type DurationPart = { unit: "d" | "h" | "min" | "s"; value: number };

const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
] as const;

/** A time that has passed, in its two largest units: what is smaller says nothing beside them. */
export function durationParts(ms: number): DurationPart[] {
  const first = UNITS.findIndex(([, size]) => ms >= size);
  if (first === -1) return [{ unit: "s", value: 0 }];
  let rest = ms;
  const parts = UNITS.slice(first, first + 2).map(([unit, size]) => {
    const value = Math.floor(rest / size);
    rest -= value * size;
    return { unit, value };
  });
  return parts.filter(({ value }) => value > 0);
}
