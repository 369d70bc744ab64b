import { useFormatter, useTranslations } from "next-intl";
import { ReadAt } from "@/components/list/read-at";
import { ListActions } from "@/components/list/list-actions";
import { api, pages } from "@/lib/vpn/hrefs";
import type { SubnetList, SubnetParameters } from "@/lib/vpn/subnet-list";

type Props = { parameters: SubnetParameters; list: SubnetList };

/** How many networks there are, how old that is, and ways to have it newer and to take it along. */
export function SubnetsToolbar({ parameters, list }: Props) {
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="font-medium">
        <Extent list={list} />
      </p>
      <div className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        <p className="basis-full sm:mr-2 sm:basis-auto">
          <ReadAt at={list.fetchedAt} />
        </p>
        <ListActions
          href={pages.subnets(parameters)}
          downloadHref={(format) => api.downloadSubnets(parameters, format)}
        />
      </div>
    </div>
  );
}

function Extent({ list: { subnets, totalCount, pageNumber, pageSize } }: { list: SubnetList }) {
  const t = useTranslations("subnets.list");
  const format = useFormatter();
  const from = (pageNumber - 1) * pageSize + 1;
  if (subnets.length === 0 || subnets.length === totalCount)
    return t("total", { count: totalCount });
  return t("range", {
    from: format.number(from),
    to: format.number(from + subnets.length - 1),
    total: format.number(totalCount),
  });
}
