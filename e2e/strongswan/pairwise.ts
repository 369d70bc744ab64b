/**
 * Rows that take one option of each factor, so that any two options of different factors stand together in a
 * row, where that is possible (a covering array of strength 2). Greedy, and always the same for the same input.
 */
export function pairwise<Option>(
  factors: Option[][],
  isPossible: (chosen: Option[]) => boolean,
): Option[][] {
  const open = new Map(
    pairsOf(factors)
      .filter(([one, other]) => isPossible([one.option, other.option]))
      .map((pair) => [keyOf(...pair), pair]),
  );
  const rows: Option[][] = [];
  const uses = new Map<Option, number>();
  const usesOf = ({ option }: Choice<Option>) => uses.get(option) ?? 0;
  for (const [, [one, other]] of open) {
    const row: Choice<Option>[] = [one, other];
    const gain = (choice: Choice<Option>) =>
      row.filter((chosen) => open.has(keyOf(chosen, choice))).length;
    for (const [factor, options] of factors.entries()) {
      if (factor === one.factor || factor === other.factor) continue;
      const [best] = options
        .map((option, index) => ({ factor, index, option }))
        .filter(({ option }) => isPossible([...row.map((chosen) => chosen.option), option]))
        .toSorted((a, b) => gain(b) - gain(a) || usesOf(a) - usesOf(b));
      if (best === undefined) throw new Error(`No option of factor ${factor} goes with the others`);
      row.push(best);
    }
    for (const choice of row) {
      uses.set(choice.option, usesOf(choice) + 1);
      for (const other of row) open.delete(keyOf(choice, other));
    }
    rows.push(row.toSorted((a, b) => a.factor - b.factor).map(({ option }) => option));
  }
  return rows;
}

type Choice<Option> = { factor: number; index: number; option: Option };

const keyOf = (...choices: { factor: number; index: number }[]) =>
  choices
    .map(({ factor, index }) => `${factor}=${index}`)
    .toSorted()
    .join(" ");

function pairsOf<Option>(factors: Option[][]): [Choice<Option>, Choice<Option>][] {
  const choices = factors.flatMap((options, factor) =>
    options.map((option, index) => ({ factor, index, option })),
  );
  return choices.flatMap((one) =>
    choices
      .filter(({ factor }) => factor > one.factor)
      .map((other): [Choice<Option>, Choice<Option>] => [one, other]),
  );
}
