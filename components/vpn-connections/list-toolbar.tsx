import { useFormatter, useTranslations } from "next-intl";
import { ListActions } from "@/components/vpn-connections/list-actions";
import { Time } from "@/components/ui/time";
import { api } from "@/lib/vpn/hrefs";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import type { VpnConnectionList } from "@/lib/vpn/types";

type Props = {
  regionId: string | null;
  /** What is asked for, all of which can be downloaded. */
  question: ListParameters;
  list: VpnConnectionList;
  isRefreshing: boolean;
  /** The page's own address: reading it again is what the button does without JavaScript. */
  href: string;
  onRefresh: () => void;
};

/** How much there is, how old it is, a way to have it newer, and to take it along. */
export function ListToolbar(props: Props) {
  const { regionId, question, list, isRefreshing, href, onRefresh } = props;
  const t = useTranslations("connections.list");
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="font-medium">
        <Extent list={list} />
      </p>
      <div className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        {/* A line of its own where it is narrow, so that a shorter text moves nothing. */}
        <p className="basis-full sm:mr-2 sm:basis-auto">
          {t.rich("readAt", { time: () => <Time value={list.fetchedAt} show="relative" /> })}
        </p>
        <ListActions
          href={href}
          isRefreshing={isRefreshing}
          onRefresh={onRefresh}
          downloadHref={(format) => api.download(regionId, question, format)}
        />
      </div>
    </div>
  );
}

function Extent({ list }: { list: VpnConnectionList }) {
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
