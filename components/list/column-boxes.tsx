"use client";

export type ChoosableColumn = { name: string; label: string; isShown: boolean; isFixed?: boolean };

type Props = {
  /** All there are, with their words, in the order of the table. */
  columns: readonly ChoosableColumn[];
};

/** A box for each column. Drawn in the browser's half, since as data they are a tenth of what they are as markup. */
export function ColumnBoxes({ columns }: Props) {
  return columns.map(({ name, label, isShown, isFixed = false }) => (
    <label key={name} className="flex min-h-7 break-inside-avoid items-center gap-2">
      <input
        type="checkbox"
        name="columns"
        value={name}
        defaultChecked={isShown}
        disabled={isFixed}
        className="size-4 shrink-0 accent-accent"
      />
      {label}
    </label>
  ));
}
