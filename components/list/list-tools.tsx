import { useFormatter, useTranslations } from "next-intl";
import { ReadAt } from "@/components/list/read-at";
import type { ComponentProps, ReactNode } from "react";
import { ListActions } from "@/components/list/list-actions";

type Extent = {
  /** How many rows the page has, of how many there are. */
  onPage: number;
  totalCount: number;
  pageNumber: number;
  pageSize: number;
  /** How many there are, in words. */
  total: string;
};

type Props = Extent & {
  /** Epoch milliseconds. */
  fetchedAt: number;
  /** What chooses the columns. */
  chooser: ReactNode;
} & Omit<ComponentProps<typeof ListActions>, "isIconOnly">;

/** How much there is, how old it is, a way to have it newer, and to take it along. */
export function ListTools(props: Props) {
  const { onPage, totalCount, pageNumber, pageSize, total, fetchedAt, chooser, ...actions } = props;
  return (
    <div className="ml-auto flex min-w-0 flex-wrap items-center gap-2 xl:shrink-0 xl:flex-nowrap print:ml-0">
      <p className="shrink-0 font-medium tabular-nums">
        <ExtentText {...{ onPage, totalCount, pageNumber, pageSize, total }} />
      </p>
      {/* A line or room of its own, so that a shorter text moves nothing: "now" as little as "12 minutes ago". */}
      <p className="basis-full truncate text-ink-soft sm:basis-auto xl:min-w-0 min-[90rem]:min-w-27">
        {/* Beside the button that reads anew, the time says enough. */}
        <ReadAt at={fetchedAt} labelClass="xl:sr-only print:not-sr-only" isTight />
      </p>
      <ListActions {...actions} isIconOnly />
      {chooser}
    </div>
  );
}

function ExtentText({ onPage, totalCount, pageNumber, pageSize, total }: Extent) {
  const t = useTranslations("connections.list");
  const format = useFormatter();
  if (onPage === 0 || onPage === totalCount) return total;
  const from = (pageNumber - 1) * pageSize + 1;
  return t("range", {
    from: format.number(from),
    to: format.number(from + onPage - 1),
    total: format.number(totalCount),
  });
}
