import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FindingNotice } from "@/components/go/finding-notice";
import { ProblemNotice } from "@/components/states/problem-notice";
import { ReadingNotice } from "@/components/states/reading-notice";
import { RetryLink } from "@/components/states/retry-link";
import { pageReader } from "@/lib/server/access/page-reader";
import { findId } from "@/lib/server/data/find-id";
import { firstAnswer } from "@/lib/server/first-answer";
import { pages } from "@/lib/vpn/hrefs";
import { pathText } from "@/lib/vpn/path-text";

type Props = PageProps<"/go/[id]">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("go");
  return { title: t("pageTitle") };
}

/** Leads to the page of an id in whichever region it is. */
export default async function GoPage({ params }: Props) {
  const id = pathText((await params).id).trim();
  const href = pages.go(id);
  const first = await firstAnswer(findId(id, await pageReader()));
  if (first.kind === "reading") return <ReadingNotice href={href} level={1} />;
  if (first.kind === "problem") {
    return (
      <ProblemNotice problem={first.problem} level={1}>
        <RetryLink href={href} />
      </ProblemNotice>
    );
  }
  const finding = first.answer;
  if (finding.kind !== "noId") {
    const [region, another] = finding.found;
    if (region !== undefined && another === undefined) {
      redirect(pages.of(finding.kind, region.regionId, id));
    }
  }
  return <FindingNotice finding={finding} />;
}
