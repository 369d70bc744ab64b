import { SearchX, ServerCrash } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
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
      {(problem?.upstreamCode ?? problem?.requestId) !== undefined && (
        <dl className="flex basis-full flex-wrap justify-center gap-x-8 gap-y-2 text-sm">
          <Reference label={t("upstreamCode")} value={problem?.upstreamCode} />
          <Reference label={t("requestId")} value={problem?.requestId} />
        </dl>
      )}
      {children}
    </Notice>
  );
}

function Reference({ label, value }: { label: string; value: string | undefined }) {
  if (value === undefined) return null;
  return (
    <div>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="flex items-center justify-center gap-1">
        <span className="data">{value}</span>
        <CopyButton text={value} what={label} />
      </dd>
    </div>
  );
}
