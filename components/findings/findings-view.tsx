import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FindingsRefresh } from "@/components/findings/findings-refresh";
import { FindingsToolbar } from "@/components/findings/findings-toolbar";
import type { RegionNames } from "@/components/findings/region-names";
import { RuleGroup } from "@/components/findings/rule-group";
import { RuleIndex } from "@/components/findings/rule-index";
import { SeverityFilter } from "@/components/findings/severity-filter";
import { SubjectGroup } from "@/components/findings/subject-group";
import { NoFindings } from "@/components/findings/views";
import { WaivedFindings } from "@/components/findings/waived-findings";
import { ReadingNotice } from "@/components/states/reading-notice";
import { Paging } from "@/components/list/paging";
import { RegionGaps } from "@/components/vpn-connections/region-gaps";
import { findingGroups } from "@/lib/vpn/findings/finding-groups";
import type { FindingList } from "@/lib/vpn/findings/list";
import type { FindingPageParameters } from "@/lib/vpn/findings/parameters";
import { summaryOf } from "@/lib/vpn/findings/summary";
import { pages } from "@/lib/vpn/hrefs";

type Props = { parameters: FindingPageParameters; list: FindingList; regionNames: RegionNames };

/** The findings of a page under their headings, and what they were found in. */
export function FindingsView({ parameters, list, regionNames }: Props) {
  const href = pages.findings(parameters);
  const { by, ...question } = parameters;
  const { findings, regions, facets, totalCount } = list;
  const open = findings.filter(({ waiver }) => waiver === null);
  const waived = findings.filter(({ waiver }) => waiver !== null);
  const isReading = totalCount === 0 && regions.some(({ state }) => state === "loading");
  return (
    <>
      <FindingsRefresh parameters={question} summary={summaryOf(list)} />
      <RegionGaps regions={regions} href={href} />
      <NoGateways regionIds={list.regionsWithoutGateways} regionNames={regionNames} />
      <WrongWaivers problem={list.waiversProblem} />
      <SeverityFilter parameters={parameters} counts={facets.severities} />
      <FindingsToolbar parameters={parameters} list={list} />
      {by === "rule" && parameters.rule.length !== 1 && facets.rules.length > 1 && (
        <div className="mb-6 rounded-lg border border-line bg-surface px-4 py-3 shadow-raised">
          <RuleIndex rules={facets.rules} parameters={parameters} />
        </div>
      )}
      {isReading ? (
        <ReadingNotice href={href} isLive />
      ) : findings.length === 0 ? (
        <NoFindings parameters={parameters} list={list} />
      ) : (
        <>
          {findingGroups(open, by).map((group) =>
            by === "rule" ? (
              <RuleGroup
                key={group.key}
                group={group}
                count={countOf(list, group.first)}
                {...{ parameters, regionNames }}
              />
            ) : (
              <SubjectGroup key={group.key} {...{ group, regionNames }} />
            ),
          )}
          <WaivedFindings findings={waived} count={list.waived} regionNames={regionNames} />
          {waived.length < list.waived && <WaivedElsewhere parameters={parameters} list={list} />}
          <Paging
            {...parameters}
            totalCount={totalCount}
            hrefOf={(place) => pages.findings({ ...parameters, ...place })}
          />
        </>
      )}
    </>
  );
}

function countOf({ facets }: FindingList, { rule, severity }: FindingList["findings"][number]) {
  const known = facets.rules.find((one) => one.rule === rule && one.severity === severity);
  return known?.count ?? 0;
}

/** To where those that have been accepted begin. */
function WaivedElsewhere({ parameters, list }: Omit<Props, "regionNames">) {
  const t = useTranslations("findings.list");
  const before = list.totalCount - list.waived;
  const pageNumber = Math.floor(before / list.pageSize) + 1;
  return (
    <p className="mb-6 text-sm print:hidden">
      <a href={pages.findings({ ...parameters, pageNumber })} className="link">
        {t("waivedElsewhere", { count: list.waived })}
      </a>
    </p>
  );
}

type GatewaysProps = { regionIds: string[]; regionNames: RegionNames };

function NoGateways({ regionIds, regionNames }: GatewaysProps) {
  const t = useTranslations("findings");
  if (regionIds.length === 0) return null;
  const regions = regionIds.map((id) => regionNames.get(id) ?? id).join(", ");
  return <Note>{t("noGateways", { regions })}</Note>;
}

function WrongWaivers({ problem }: { problem: string | null }) {
  const t = useTranslations("findings");
  return problem !== null && <Note>{t("wrongWaivers", { problem })}</Note>;
}

function Note({ children }: { children: ReactNode }) {
  return (
    <p className="mb-4 rounded-md border border-line bg-sunken px-3 py-2 text-sm wrap-anywhere text-ink-soft">
      {children}
    </p>
  );
}
