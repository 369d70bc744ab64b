import { useTranslations } from "next-intl";
import { ReadAgain } from "@/components/states/read-again";
import { ReadingNotice } from "@/components/states/reading-notice";
import { LookUpSummary } from "@/components/subnets/look-up-summary";
import { OverlapFilter } from "@/components/subnets/overlap-filter";
import { SubnetRows } from "@/components/subnets/subnet-rows";
import { SubnetsToolbar } from "@/components/subnets/subnets-toolbar";
import { UnreadableSubnets } from "@/components/subnets/unreadable-subnets";
import { NoSubnets } from "@/components/subnets/views";
import { Paging } from "@/components/list/paging";
import { RegionGaps } from "@/components/vpn-connections/region-gaps";
import { pages } from "@/lib/vpn/hrefs";
import type { SubnetList, SubnetParameters } from "@/lib/vpn/subnet-list";

type Props = { parameters: SubnetParameters; list: SubnetList };

/** What is known of the networks, and what of it is missing. */
export function SubnetsView({ parameters, list }: Props) {
  const t = useTranslations("subnets");
  const { subnets, lookUp, regions, totalCount } = list;
  const href = pages.subnets(parameters);
  const isNothingRead = regions.every(({ state }) => state === "loading") && regions.length > 0;
  return (
    <>
      {list.reading > 0 && <ReadAgain />}
      <RegionGaps regions={regions} href={href} />
      {isNothingRead ? (
        <ReadingNotice href={href} isLive />
      ) : (
        <>
          {lookUp !== null && <LookUpSummary lookUp={lookUp} parameters={parameters} />}
          <OverlapFilter parameters={parameters} counts={list.counts} />
          <SubnetsToolbar parameters={parameters} list={list} />
          {subnets.length === 0 ? (
            <NoSubnets parameters={parameters} totalCount={totalCount} />
          ) : (
            <>
              <SubnetRows subnets={subnets} parameters={parameters} label={t("title")} />
              <Paging
                {...parameters}
                totalCount={totalCount}
                hrefOf={(place) => pages.subnets({ ...parameters, ...place })}
              />
            </>
          )}
          <UnreadableSubnets carriers={list.unreadable} count={list.unreadableCount} />
        </>
      )}
    </>
  );
}
