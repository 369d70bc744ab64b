/**
 * A ratio cut, never rounded up, to what is worth reading: two digits of a percentage, three above 99.9. So
 * only what was never down is 100 %, and only what was always down needs no digits of 0 %.
 */
export function cutRatio(ratio: number): { value: number; digits: number } {
  if (ratio >= 1 || ratio <= 0) return { value: ratio, digits: 0 };
  const digits = ratio >= 0.999 ? 3 : 2;
  const scale = 10 ** (digits + 2);
  // 0.9999 × 10000 is a little less than it should be.
  return { value: Math.floor(ratio * scale + 1e-6) / scale, digits };
}
