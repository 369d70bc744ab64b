import { useTranslations } from "next-intl";
import { FindingChips } from "@/components/findings/finding-chips";
import { FindingSearch } from "@/components/findings/finding-search";
import { FindingsRefresh } from "@/components/findings/findings-refresh";
import { FindingsView } from "@/components/findings/findings-view";
import type { RegionNames } from "@/components/findings/region-names";
import { ProblemNotice } from "@/components/states/problem-notice";
import { ReadingNotice } from "@/components/states/reading-notice";
import { RetryLink } from "@/components/states/retry-link";
import type { FindingList } from "@/lib/vpn/findings/list";
import type { FindingPageParameters } from "@/lib/vpn/findings/parameters";
import { pages } from "@/lib/vpn/hrefs";
import type { InitialData } from "@/lib/vpn/initial-data";

type Props = {
  parameters: FindingPageParameters;
  first: InitialData<FindingList>;
  regionNames: RegionNames;
};

/** What is weak or fragile in all regions. */
export function FindingsPage({ parameters, first, regionNames }: Props) {
  const t = useTranslations("findings");
  const href = pages.findings(parameters);
  const { by: _by, ...question } = parameters;
  return (
    <>
      <header className="mb-6">
        <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
        <p className="mt-0.5 text-balance text-ink-soft">{t("subtitle")}</p>
      </header>
      <FindingSearch parameters={parameters} regionNames={regionNames} />
      <FindingChips parameters={parameters} />
      {first.kind === "problem" && (
        <ProblemNotice problem={first.problem}>
          <RetryLink href={href} />
        </ProblemNotice>
      )}
      {first.kind === "reading" && <ReadingNotice href={href} isLive />}
      {first.kind !== "answer" && <FindingsRefresh parameters={question} summary="" />}
      {first.kind === "answer" && (
        <FindingsView parameters={parameters} list={first.answer} regionNames={regionNames} />
      )}
    </>
  );
}
