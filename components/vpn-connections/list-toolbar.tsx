import { clsx } from "clsx";
import { RefreshCw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { followInPlace } from "@/components/ui/follow-in-place";
import { Time } from "@/components/ui/time";
import type { VpnConnectionList } from "@/lib/vpn/types";

type Props = {
  list: VpnConnectionList;
  isRefreshing: boolean;
  /** The page's own address: reading it again is what the button does without JavaScript. */
  href: string;
  onRefresh: () => void;
};

/** How much there is, how old it is, and a way to have it newer. */
export function ListToolbar({ list, isRefreshing, href, onRefresh }: Props) {
  const t = useTranslations("connections.list");
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="font-medium">
        <Extent list={list} />
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-soft">
        <p>{t.rich("readAt", { time: () => <Time value={list.fetchedAt} show="time" /> })}</p>
        <a href={href} onClick={followInPlace(onRefresh)} className={buttonClass("quiet")}>
          <RefreshCw aria-hidden className={clsx("size-4", isRefreshing && "animate-spin")} />
          {t("refresh")}
        </a>
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
