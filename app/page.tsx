import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ProblemNotice } from "@/components/states/problem-notice";
import { ReadingNotice } from "@/components/states/reading-notice";
import { RetryLink } from "@/components/states/retry-link";
import { listRegions } from "@/lib/server/data/regions";
import { firstAnswer } from "@/lib/server/first-answer";
import { REGION_COOKIE } from "@/lib/server/remembered-region";
import { pages } from "@/lib/vpn/hrefs";

/** Until there is an overview: to the list of the remembered region, else of the first one. */
export default async function HomePage() {
  const first = await firstAnswer(listRegions(await getLocale()));
  const regions = first.kind === "answer" ? first.answer : [];
  const remembered = (await cookies()).get(REGION_COOKIE)?.value;
  const region = regions.find(({ regionId }) => regionId === remembered) ?? regions[0];
  if (region !== undefined) redirect(pages.vpnConnections(region.regionId));
  return first.kind === "problem" ? (
    <ProblemNotice problem={first.problem} level={1}>
      <RetryLink href={pages.home} />
    </ProblemNotice>
  ) : (
    <ReadingNotice href={pages.home} level={1} />
  );
}
