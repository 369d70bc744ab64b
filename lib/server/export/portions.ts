import "server-only";

/** Few enough that writing them takes a few milliseconds, in which nobody else is answered. */
const PORTION = 50;

export function* inPortions<Thing>(things: readonly Thing[]): Generator<Thing[], void> {
  for (let from = 0; from < things.length; from += PORTION) {
    yield things.slice(from, from + PORTION);
  }
}
