import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IdLookupNotice } from "@/components/go/id-lookup-notice";
import { ProblemNotice } from "@/components/states/problem-notice";
import { ReadingNotice } from "@/components/states/reading-notice";
import { RetryLink } from "@/components/states/retry-link";
import { pageUser } from "@/lib/server/auth/page-user";
import { initialData } from "@/lib/server/http/initial-data";
import { lookUpId } from "@/lib/server/inventory/id-lookup";
import { pages } from "@/lib/vpn/hrefs";
import { pathText } from "@/lib/vpn/path-text";

export async function generateMetadata() {
  const t = await getTranslations("go");
  return { title: t("pageTitle") };
}

/** Leads to the page of an id in whichever region it is. */
export default async function GoPage({ params }: PageProps<"/go/[id]">) {
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
  const [region, another] = first.answer.kind === "noId" ? [] : first.answer.found;
  if (first.answer.kind !== "noId" && region !== undefined && another === undefined) {
    redirect(pages.of(first.answer.kind, region.regionId, id));
  }
  return <IdLookupNotice lookup={first.answer} />;
}
