import "server-only";

/** Rows written in one go: a few milliseconds, and within the parameters that a statement may have. */
const PORTION = 50;

export function portionsOf<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / PORTION);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * PORTION, (index + 1) * PORTION),
  );
}
