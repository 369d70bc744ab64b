import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IdLookupNotice } from "@/components/go/id-lookup-notice";
import { ProblemNotice } from "@/components/states/problem-notice";
import { ReadingNotice } from "@/components/states/reading-notice";
import { RetryLink } from "@/components/states/retry-link";
import { pageUser } from "@/lib/server/auth/page-user";
import { lookUpId } from "@/lib/server/inventory/id-lookup";
import { initialData } from "@/lib/server/http/initial-data";
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
  const first = await initialData(lookUpId(id, await pageUser()));
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
  return <IdLookupNotice finding={finding} />;
}
