import { clsx } from "clsx";
import { type ReactNode, useMemo } from "react";
import type { Column, ColumnLook } from "@/components/list/column";
import { Cell, Row, RowHeader } from "@/components/ui/table";

/** Beyond what each cell of a `list-row` has. */
const LOOKS: Record<ColumnLook, string | undefined> = {
  text: undefined,
  data: "list-data",
  number: "list-number",
  head: "list-head",
};

type Props<Thing> = {
  thing: Thing;
  columns: readonly Column<Thing>[];
  /** What stands in the cell of the row's head, where it is more than its column knows. */
  head?: ReactNode;
};

/** A row of a dense list, on one line where the window is wide, and a card where it is not. */
export function DenseRow<Thing>({ thing, columns, head }: Props<Thing>) {
  // Kept while panels open and shut: only what stands in the head changes then.
  const cells = useMemo(
    () =>
      columns.map(({ name, label, look, brief, cell }) =>
        look === "head" ? null : (
          <Cell
            key={name}
            data-label={brief === "plain" ? undefined : label}
            className={clsx(LOOKS[look], brief && "list-brief") || undefined}
          >
            {cell(thing)}
          </Cell>
        ),
      ),
    [thing, columns],
  );
  return (
    <Row className="list-row">
      {columns.map(
        ({ name, look, cell }, index) =>
          cells[index] ?? (
            <RowHeader key={name} className={LOOKS[look]}>
              {head ?? cell(thing)}
            </RowHeader>
          ),
      )}
    </Row>
  );
}
