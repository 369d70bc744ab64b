import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ListTools } from "@/components/list/list-tools";
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
  chooser: ReactNode;
};

export function ListToolbar({ regionId, question, list, columns, ...actions }: Props) {
  const t = useTranslations("connections.list");
  const { totalCount, pageNumber, pageSize, fetchedAt } = list;
  return (
    <ListTools
      {...{ totalCount, pageNumber, pageSize, fetchedAt }}
      {...actions}
      onPage={list.vpnConnections.length + list.unreadable.length}
      total={t("total", { count: totalCount })}
      downloadHref={(format) =>
        api.download(regionId, { ...question, columns: format === "csv" ? columns : null }, format)
      }
    />
  );
}
