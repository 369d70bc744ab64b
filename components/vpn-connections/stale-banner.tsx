import { useTranslations } from "next-intl";
import { ProblemReferences } from "@/components/states/problem-references";
import { SignInAgain } from "@/components/states/sign-in-again";
import { Time } from "@/components/ui/time";
import { WarningBanner } from "@/components/ui/warning-banner";
import type { Problem } from "@/lib/vpn/problem";

type Props = {
  /** When the rows below were read, epoch milliseconds. */
  since: number;
  /** Null when our own server did not answer. */
  problem: Problem | null;
};

/** Old rows are better than none, as long as they say so. */
export function StaleBanner({ since, problem }: Props) {
  const t = useTranslations("connections");
  const tFailed = useTranslations("states.failed");
  const title = problem?.title ?? tFailed("offlineTitle");
  return (
    <WarningBanner title={t.rich("list.staleTitle", { time: () => <Time value={since} /> })}>
      <p className="text-sm">{t("list.staleDetail", { problem: title })}</p>
      {problem !== null && <p className="mb-2 text-sm">{problem.detail}</p>}
      <ProblemReferences problem={problem} />
      <SignInAgain problem={problem} />
    </WarningBanner>
  );
}
