import { SearchX, ServerCrash } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ProblemReferences } from "@/components/states/problem-references";
import { SignInAgain } from "@/components/states/sign-in-again";
import { Notice } from "@/components/ui/notice";
import type { Problem } from "@/lib/vpn/problem";

type Props = {
  /** Null when not even our own server answered. */
  problem: Problem | null;
  level?: 1 | 2;
  /** What to do about it. */
  children: ReactNode;
};

/** What happened, what to do, and what Alibaba's support will ask for. */
export function ProblemNotice({ problem, level, children }: Props) {
  const t = useTranslations("states.failed");
  const isMissing = problem?.code === "not_found";
  return (
    <Notice
      icon={isMissing ? SearchX : ServerCrash}
      tone={isMissing ? "neutral" : "bad"}
      level={level}
      title={problem?.title ?? t("offlineTitle")}
      detail={problem?.detail ?? t("offlineDetail")}
    >
      <ProblemReferences problem={problem} className="basis-full justify-center text-center" />
      <SignInAgain problem={problem} />
      {children}
    </Notice>
  );
}
