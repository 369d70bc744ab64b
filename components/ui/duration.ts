const UNITS = [
  ["days", 86_400_000],
  ["hours", 3_600_000],
  ["minutes", 60_000],
  ["seconds", 1_000],
] as const;

type DurationUnit = (typeof UNITS)[number][0];
export type DurationPart = { unit: DurationUnit; value: number };

/** In the largest unit and the one below it, cut: 3 days 4 hours. Less than a second is 0 seconds. */
export function durationParts(ms: number): DurationPart[] {
  const index = UNITS.findIndex(([, size]) => ms >= size);
  if (index === -1) return [{ unit: "seconds", value: 0 }];
  let rest = ms;
  const parts = UNITS.slice(index, index + 2).map(([unit, size]) => {
    const value = Math.floor(rest / size);
    rest -= value * size;
    return { unit, value };
  });
  return parts.filter(({ value }) => value > 0);
}
