import { ArrowDown, ArrowUp } from "lucide-react";
import { type Column, WIDTHS } from "@/components/list/column";
import { ColumnHeader } from "@/components/ui/table";

type Props = {
  column: Pick<Column<never>, "name" | "label" | "isSorted" | "width" | "look">;
  /** As addresses say it: a field, with `-` in front for descending. */
  sort: string | null;
  sortHref: (sort: string | null) => string;
};

/**
 * Upwards, downwards, and back to the API's own order; numbers the other way round, since most is what one looks for.
 * Where the heads are hidden, the form sorts.
 */
export function SortableHeader({ column, sort, sortHref }: Props) {
  const { name, label, isSorted, width, look } = column;
  const isUp = sort === name;
  const isDown = sort === `-${name}`;
  const [first, second] = look === "number" ? [`-${name}`, name] : [name, `-${name}`];
  const next = sort === first ? second : sort === second ? null : first;
  const Icon = isUp ? ArrowUp : ArrowDown;
  return (
    <ColumnHeader
      aria-sort={isUp ? "ascending" : isDown ? "descending" : undefined}
      className={`${WIDTHS[width]} ${look === "number" ? "text-right" : "text-left"}`}
    >
      <span className="wide:hidden">{label}</span>
      {isSorted ? (
        <a href={sortHref(next)} title={label} className="list-sort">
          {label}
          {(isUp || isDown) && <Icon aria-hidden className="ml-1 inline size-3.5" />}
        </a>
      ) : (
        <span title={label} className="narrow:hidden">
          {label}
        </span>
      )}
    </ColumnHeader>
  );
}
