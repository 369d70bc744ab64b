import { useTranslations } from "next-intl";
import { memo } from "react";
import { VerdictPills } from "@/components/vpn-connections/verdict-pills";
import { pages } from "@/lib/vpn/hrefs";
import type { ListLinkParameters } from "@/lib/vpn/list-parameters";
import type { ListScope } from "@/lib/vpn/list-scope";
import type { Counts } from "@/lib/vpn/types";

type Props = {
  scope: ListScope;
  parameters: ListLinkParameters;
  /** Null while they are not known: the filters are there all the same. */
  counts: Counts | null;
};

/** How many are in each state, each a link that asks for these; a second press takes it back. */
export const StatusFilter = memo(function StatusFilter({ scope, parameters, counts }: Props) {
  const t = useTranslations("connections");
  const { status } = parameters;
  return (
    <VerdictPills
      label={t("list.byStatus")}
      status={status}
      // The counts follow the filter, so of what it leaves out they do not speak.
      countOf={(verdict) =>
        status.length === 0 || status.includes(verdict) ? counts?.[verdict] : undefined
      }
      hrefOf={(asked) => pages.list(scope, { ...parameters, pageNumber: 1, status: asked })}
    />
  );
});
