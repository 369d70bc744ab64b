import { useFormatter, useTranslations } from "next-intl";
import { ListActions } from "@/components/list/list-actions";
import { Time } from "@/components/ui/time";
import { api } from "@/lib/vpn/hrefs";
import type { ConnectionColumn } from "@/lib/vpn/connection-columns";
import type { ConnectionRowList } from "@/lib/vpn/connection-row";
import type { ListParameters } from "@/lib/vpn/list-parameters";

type Props = {
  regionId: string | null;
  /** What is asked for, all of which can be downloaded. */
  question: ListParameters;
  list: ConnectionRowList;
  /** Those of a table to take along; null is all that there are. */
  columns: ConnectionColumn[] | null;
  isRefreshing: boolean;
  /** The page's own address: reading it again is what the button does without JavaScript. */
  href: string;
  /** With the columns that are seen. */
  linkHref: string;
  onRefresh: () => void;
};

/** How much there is, how old it is, a way to have it newer, and to take it along. */
export function ListToolbar(props: Props) {
  const { regionId, question, list, columns, isRefreshing, href, linkHref, onRefresh } = props;
  const t = useTranslations("connections.list");
  return (
    <div className="ml-auto flex min-w-0 flex-wrap items-center gap-2 xl:shrink-0 xl:flex-nowrap">
      <p className="shrink-0 font-medium tabular-nums">
        <Extent list={list} />
      </p>
      {/* A line of its own where it is narrow, so that a shorter text moves nothing. */}
      <p className="basis-full truncate text-ink-soft sm:basis-auto xl:min-w-0">
        {t.rich("readAt", {
          // Beside the button that reads anew, the time says enough.
          label: (words) => <span className="xl:sr-only">{words}</span>,
          time: () => <Time value={list.fetchedAt} show="relative" />,
        })}
      </p>
      <ListActions
        {...{ href, linkHref, isRefreshing, onRefresh }}
        isIconOnly
        downloadHref={(format) =>
          api.download(
            regionId,
            { ...question, columns: format === "csv" ? columns : null },
            format,
          )
        }
      />
    </div>
  );
}

function Extent({ list }: { list: ConnectionRowList }) {
  const t = useTranslations("connections.list");
  const format = useFormatter();
  const { totalCount, pageNumber, pageSize } = list;
  const onPage = list.vpnConnections.length + list.unreadable.length;
  const from = (pageNumber - 1) * pageSize + 1;
  if (onPage === 0 || onPage === totalCount) return t("total", { count: totalCount });
  return t("range", {
    from: format.number(from),
    to: format.number(from + onPage - 1),
    total: format.number(totalCount),
  });
}
