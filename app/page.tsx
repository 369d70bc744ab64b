import { SearchX } from "lucide-react";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ProblemNotice } from "@/components/states/problem-notice";
import { ReadingNotice } from "@/components/states/reading-notice";
import { RetryLink } from "@/components/states/retry-link";
import { Notice } from "@/components/ui/notice";
import { listRegions } from "@/lib/server/data/regions";
import { firstAnswer } from "@/lib/server/first-answer";
import { REGION_COOKIE } from "@/lib/server/remembered-region";
import { pages } from "@/lib/vpn/hrefs";

/** Until there is an overview: to the list of the remembered region, else of the first one. */
export default async function HomePage() {
  const first = await firstAnswer(listRegions(await getLocale()));
  const remembered = (await cookies()).get(REGION_COOKIE)?.value;
  // Its rows may be there although the list of regions is not.
  if (first.kind !== "answer" && remembered !== undefined)
    redirect(pages.vpnConnections(remembered));
  if (first.kind === "reading") return <ReadingNotice href={pages.home} level={1} />;
  if (first.kind === "problem") {
    return (
      <ProblemNotice problem={first.problem} level={1}>
        <RetryLink href={pages.home} />
      </ProblemNotice>
    );
  }
  const [top] = first.answer;
  if (top === undefined) return <NoRegions />;
  const region = first.answer.find(({ regionId }) => regionId === remembered) ?? top;
  return redirect(pages.vpnConnections(region.regionId));
}

/** The API always lists some, so the setting has left none of them. */
async function NoRegions() {
  const t = await getTranslations("pages.noRegions");
  return <Notice level={1} icon={SearchX} title={t("title")} detail={t("detail")} />;
}
