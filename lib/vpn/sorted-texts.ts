/** Texts sorted in one go, and compared between two yields: each takes a millisecond or less. */
const RUN = 500;

/** Sorts texts by their code units, with a yield after each portion of the work. */
export function* sortedTexts(texts: string[]): Generator<void, string[]> {
  let runs: string[][] = [];
  for (let from = 0; from < texts.length; from += RUN) {
    runs.push(texts.slice(from, from + RUN).toSorted());
    yield;
  }
  while (runs.length > 1) {
    const merged: string[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(yield* merge(runs[index] ?? [], runs[index + 1] ?? []));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge(one: string[], other: string[]): Generator<void, string[]> {
  const merged: string[] = [];
  let [here, there] = [0, 0];
  while (here < one.length || there < other.length) {
    const [left, right] = [one[here], other[there]];
    if (right === undefined || (left !== undefined && left <= right)) {
      if (left !== undefined) merged.push(left);
      here += 1;
    } else {
      merged.push(right);
      there += 1;
    }
    if (merged.length % RUN === 0) yield;
  }
  return merged;
}
