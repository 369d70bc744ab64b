/** What several runs of one figure come to. */
export type Samples = readonly number[];

/** The value at a share of the sorted samples: 0.5 is the median; of no samples it is NaN. */
export function quantile(samples: Samples, share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export function median(samples: Samples): number {
  return quantile(samples, 0.5);
}

/** As exact as it is worth: 1234, 56.7, 3.46. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}

export function spread(samples: Samples): string {
  return samples.length < 2 ? "–" : `${shown(Math.min(...samples))}–${shown(Math.max(...samples))}`;
}

/** Samples taken in the same rounds, one divided by the other round by round. */
export function ratios(over: Samples, under: Samples): number[] {
  return over.map((value, round) => value / (under[round] ?? Number.NaN));
}
