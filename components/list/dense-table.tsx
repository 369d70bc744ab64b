import { clsx } from "clsx";
import { memo, type ReactNode } from "react";
import type { Column } from "@/components/list/column";
import { SortableHeader } from "@/components/list/sortable-header";
import { CopyArea } from "@/components/ui/copy-area";
import { Row, Table, TableBody, TableHead } from "@/components/ui/table";

type Heads<Thing> = {
  columns: readonly Column<Thing>[];
  /** As addresses say it; null is the API's own order. */
  sort: string | null;
  /** Stays the same while the page does. */
  sortHref: (sort: string | null) => string;
};

type Props<Thing> = Heads<Thing> & {
  caption: string;
  /** Rows: DenseRow, and what stands between them. */
  children: ReactNode;
};

/** Rem of columns that a page has room for, in a window of 1280 px as of 1440 px. */
const ROOM = 86;

/**
 * A table for hundreds of rows, whose heads stay in sight. One that is wider than the page scrolls by itself,
 * both ways, so that its heads can stay.
 */
export function DenseTable<Thing>({ caption, children, ...heads }: Props<Thing>) {
  const width = heads.columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div className={clsx("list-table", width > ROOM && "list-scroll")}>
      <CopyArea>
        <Table className="w-full table-fixed border-separate border-spacing-0 text-left narrow:block">
          <caption className="sr-only">{caption}</caption>
          <TableHeads {...heads} />
          <TableBody className="narrow:block">{children}</TableBody>
        </Table>
      </CopyArea>
    </div>
  );
}

const TableHeads = memo(function TableHeads({ columns, sort, sortHref }: Heads<never>) {
  return (
    <TableHead className="list-heads">
      <Row>
        {columns.map((column) => (
          <SortableHeader key={column.name} {...{ column, sort, sortHref }} />
        ))}
      </Row>
    </TableHead>
  );
});
