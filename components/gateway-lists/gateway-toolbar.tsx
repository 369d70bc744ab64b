import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ListTools } from "@/components/list/list-tools";
import type { GatewayColumn } from "@/lib/vpn/gateway-columns";
import type { CustomerGatewayList, GatewayOf, VpnGatewayList } from "@/lib/vpn/gateway-list";
import type { GatewayParameters } from "@/lib/vpn/gateway-parameters";
import { api } from "@/lib/vpn/hrefs";

type Props = {
  of: GatewayOf;
  regionId: string | null;
  /** What is asked for, all of which can be downloaded. */
  question: GatewayParameters;
  list: VpnGatewayList | CustomerGatewayList;
  /** Those of a table to take along; null is all that there are. */
  columns: GatewayColumn[] | null;
  isRefreshing: boolean;
  href: string;
  /** With the columns that are seen. */
  linkHref: string;
  onRefresh: () => void;
  chooser: ReactNode;
};

export function GatewayToolbar({ of, regionId, question, list, columns, ...actions }: Props) {
  const t = useTranslations("gatewayLists");
  const { totalCount, pageNumber, pageSize, fetchedAt } = list;
  return (
    <ListTools
      {...{ totalCount, pageNumber, pageSize, fetchedAt }}
      {...actions}
      onPage={("vpnGateways" in list ? list.vpnGateways : list.customerGateways).length}
      total={t(`${of}.total`, { count: totalCount })}
      downloadHref={(format) =>
        api.downloadGateways(
          of,
          regionId,
          { ...question, columns: format === "csv" ? columns : null },
          format,
        )
      }
    />
  );
}
