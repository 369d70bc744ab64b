type Value = string | number | null;

/** `site-2` before `site-10`; one locale for everybody, so that a link has one order. */
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** In the order of a value, ties as `compareTies` says; what has no value comes last either way. */
export function sortedBy<Thing>(
  things: readonly Thing[],
  valueOf: (thing: Thing) => Value,
  isDescending: boolean,
  compareTies: (one: Thing, other: Thing) => number,
): Thing[] {
  const values = things.map(valueOf);
  const ranks = ranksOf(values);
  return things
    .map((thing, index) => {
      const rank = ranks.get(values[index] ?? null) ?? Infinity;
      return { thing, rank: isDescending && rank !== Infinity ? -rank : rank };
    })
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank) || compareTies(a.thing, b.thing))
    .map(({ thing }) => thing);
}

/** Each value once, since comparing words is slow and thousands of things share a few. */
function ranksOf(values: Value[]): Map<Value, number> {
  const distinct = [...new Set(values)].filter((value) => value !== null).toSorted(compare);
  const ranks = new Map<Value, number>();
  let rank = 0;
  for (const [index, value] of distinct.entries()) {
    const before = distinct[index - 1];
    // `Site` and `site` are a tie.
    if (before !== undefined && compare(before, value) !== 0) rank += 1;
    ranks.set(value, rank);
  }
  return ranks;
}

function compare(left: string | number, right: string | number): number {
  return typeof left === "number" && typeof right === "number"
    ? left - right
    : collator.compare(String(left), String(right));
}
