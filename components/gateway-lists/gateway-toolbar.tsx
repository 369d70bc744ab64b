import { useFormatter, useTranslations } from "next-intl";
import { ListActions } from "@/components/list/list-actions";
import { Time } from "@/components/ui/time";
import type { GatewayColumn } from "@/lib/vpn/gateway-columns";
import type { CustomerGatewayList, GatewayOf, VpnGatewayList } from "@/lib/vpn/gateway-list";
import type { GatewayParameters } from "@/lib/vpn/gateway-parameters";
import { api } from "@/lib/vpn/hrefs";

type List = VpnGatewayList | CustomerGatewayList;

type Props = {
  of: GatewayOf;
  regionId: string | null;
  /** What is asked for, all of which can be downloaded. */
  question: GatewayParameters;
  list: List;
  /** What a table has. */
  columns: GatewayColumn[];
  isRefreshing: boolean;
  /** The page's own address: reading it again is what the button does without JavaScript. */
  href: string;
  /** With the columns that are seen. */
  linkHref: string;
  onRefresh: () => void;
};

/** How much there is, how old it is, a way to have it newer, and to take it along. */
export function GatewayToolbar(props: Props) {
  const { of, regionId, question, list, columns, ...actions } = props;
  const t = useTranslations("connections.list");
  return (
    <div className="ml-auto flex min-w-0 flex-wrap items-center gap-2 text-sm xl:flex-nowrap">
      <p className="shrink-0 font-medium tabular-nums">
        <Extent of={of} list={list} />
      </p>
      {/* A line of its own where it is narrow, so that a shorter text moves nothing. */}
      <p className="basis-full truncate text-ink-soft sm:basis-auto xl:min-w-0">
        {t.rich("readAt", { time: () => <Time value={list.fetchedAt} show="relative" /> })}
      </p>
      <ListActions
        {...actions}
        isIconOnly
        downloadHref={(format) =>
          api.downloadGateways(
            of,
            regionId,
            { ...question, columns: format === "csv" ? columns : null },
            format,
          )
        }
      />
    </div>
  );
}

function Extent({ of, list }: Pick<Props, "of" | "list">) {
  const t = useTranslations("connections.list");
  const tLists = useTranslations("gatewayLists");
  const format = useFormatter();
  const { totalCount, pageNumber, pageSize } = list;
  const onPage = ("vpnGateways" in list ? list.vpnGateways : list.customerGateways).length;
  const from = (pageNumber - 1) * pageSize + 1;
  if (onPage === 0 || onPage === totalCount) return tLists(`${of}.total`, { count: totalCount });
  return t("range", {
    from: format.number(from),
    to: format.number(from + onPage - 1),
    total: format.number(totalCount),
  });
}
