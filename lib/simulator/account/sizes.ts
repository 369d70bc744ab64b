/** Splits the total over the regions: the first the largest, from four on the last empty. */
export function regionSizes(regions: number, total: number): number[] {
  const filled = regions >= 4 ? regions - 1 : regions;
  const weights = Array.from({ length: filled }, (_, rank) => 1 / (rank + 1));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const sizes = weights.map((weight) => Math.floor((total * weight) / sum));
  // Rounding leaves less than one for each region; the largest can take it.
  const [first = 0, ...others] = sizes;
  const rest = total - sizes.reduce((all, size) => all + size, 0);
  return [first + rest, ...others, ...(regions > filled ? [0] : [])];
}
