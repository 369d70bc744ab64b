import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { ColumnHeader } from "@/components/ui/table";
import { pages } from "@/lib/vpn/hrefs";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import type { ListScope } from "@/lib/vpn/list-scope";
import type { SortField } from "@/lib/vpn/sort-fields";

type Props = {
  scope: ListScope;
  parameters: ListParameters;
  field: SortField;
  label: string;
  className: string;
};

/** Upwards, downwards, and back to the API's own order; where the heads are hidden, the form sorts. */
export function SortableHeader({ scope, parameters, field, label, className }: Props) {
  const { sort } = parameters;
  const isUp = sort === field;
  const isDown = sort === `-${field}`;
  const next = isUp ? (`-${field}` as const) : isDown ? null : field;
  return (
    <ColumnHeader
      aria-sort={isUp ? "ascending" : isDown ? "descending" : undefined}
      className={className}
    >
      <span className="xl:hidden">{label}</span>
      <Link
        prefetch={false}
        href={pages.list(scope, { ...parameters, pageNumber: 1, sort: next })}
        className="inline-flex items-center gap-1 hover:text-ink hover:underline max-xl:hidden"
      >
        {label}
        {isUp && <ArrowUp aria-hidden className="size-3.5" />}
        {isDown && <ArrowDown aria-hidden className="size-3.5" />}
      </Link>
    </ColumnHeader>
  );
}
