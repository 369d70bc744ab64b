import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ProblemReferences } from "@/components/states/problem-references";
import { SignInAgain } from "@/components/states/sign-in-again";
import { Time } from "@/components/ui/time";
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
    <div
      role="alert"
      className="mb-4 flex gap-3 rounded-lg border border-degraded/40 bg-degraded-wash px-4 py-3"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-degraded" />
      <div>
        <p className="font-semibold text-degraded">
          {t.rich("list.staleTitle", { time: () => <Time value={since} /> })}
        </p>
        <p className="text-sm">{t("list.staleDetail", { problem: title })}</p>
        {problem !== null && <p className="mb-2 text-sm">{problem.detail}</p>}
        <ProblemReferences problem={problem} />
        <SignInAgain problem={problem} />
      </div>
    </div>
  );
}
