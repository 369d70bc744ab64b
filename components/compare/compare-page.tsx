import { useTranslations } from "next-intl";
import { CompareForm } from "@/components/compare/compare-form";
import { DifferenceTables } from "@/components/compare/difference-tables";
import { UnusualFields } from "@/components/compare/unusual-fields";
import { connectionCrumb } from "@/components/layout/connection-crumbs";
import { SubjectHeading } from "@/components/layout/subject-heading";
import { ProblemNotice } from "@/components/states/problem-notice";
import { ReadingNotice } from "@/components/states/reading-notice";
import { RetryLink } from "@/components/states/retry-link";
import type { Compared } from "@/lib/vpn/comparison";
import type { ComparedWith } from "@/lib/vpn/compared-with";
import { pages } from "@/lib/vpn/hrefs";
import type { InitialData } from "@/lib/vpn/initial-data";

type Props = {
  regionId: string;
  regionName: string;
  id: string;
  /** Null where the connection itself could not be read. */
  name: string | null;
  compared: ComparedWith;
  first: InitialData<Compared>;
};

/** A connection beside another one, or its tunnels beside each other, and what is unusual about it. */
export function ComparePage({ regionId, regionName, id, name, compared, first }: Props) {
  const t = useTranslations("compare");
  const href = pages.compare(regionId, id, compared);
  return (
    <>
      <SubjectHeading
        section="vpnConnections"
        within={[connectionCrumb(regionId, id, name)]}
        kind={t("kind")}
        {...{ name, id, regionId, regionName, href }}
      />
      <CompareForm
        {...{ regionId, id, compared }}
        suggestions={first.kind === "answer" ? first.answer.suggestions : []}
      />
      {first.kind === "answer" && (
        <>
          <DifferenceTables compared={first.answer} />
          <UnusualFields usual={first.answer.comparison.usual} />
        </>
      )}
      {first.kind === "reading" && <ReadingNotice href={href} />}
      {first.kind === "problem" && (
        <ProblemNotice problem={first.problem}>
          <RetryLink href={href} />
        </ProblemNotice>
      )}
    </>
  );
}
