import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import type { Problem } from "@/lib/vpn/problem";

type Props = { problem: Problem | null; className?: string };

/** What Alibaba's support asks for. */
export function ProblemReferences({ problem, className }: Props) {
  const t = useTranslations("states.failed");
  if ((problem?.upstreamCode ?? problem?.requestId) === undefined) return null;
  return (
    <dl className={clsx("flex flex-wrap gap-x-8 gap-y-2 text-sm", className)}>
      <Reference label={t("upstreamCode")} value={problem?.upstreamCode} />
      <Reference label={t("requestId")} value={problem?.requestId} />
    </dl>
  );
}

function Reference({ label, value }: { label: string; value: string | undefined }) {
  if (value === undefined) return null;
  return (
    <div>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="inline-flex items-center gap-1">
        <span className="data">{value}</span>
        <CopyButton text={value} what={label} />
      </dd>
    </div>
  );
}
