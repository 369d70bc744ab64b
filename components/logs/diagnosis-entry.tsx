import { clsx } from "clsx";
import { CircleAlert, CircleCheck, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import type { Diagnosis } from "@/lib/vpn/logs/connection-logs";

const LOOKS = {
  Critical: { icon: CircleX, ink: "text-down", box: "border-down/30 bg-down-wash" },
  Warn: { icon: CircleAlert, ink: "text-degraded", box: "border-degraded/35 bg-degraded-wash" },
  Normal: { icon: CircleCheck, ink: "text-ink-soft", box: "border-line bg-sunken" },
} as const;

const KNOWN = ["Critical", "Warn", "Normal"] as const;

/** What is wrong, what to do, the two values that do not match, and what Alibaba says itself. */
export function DiagnosisEntry({ diagnosis }: { diagnosis: Diagnosis }) {
  const t = useTranslations("logs.diagnosis");
  const { severity, title, advice, mismatch, code, failedReason, failedTime, sourceLog } =
    diagnosis;
  const known = KNOWN.find((one) => one === severity);
  const { icon: Icon, ink, box } = LOOKS[known ?? "Warn"];
  const label = known === undefined ? severity : t(`severity.${known}`);
  return (
    <div className={clsx("flex gap-3 rounded-md border px-4 py-3", box)}>
      <Icon aria-hidden className={clsx("mt-0.5 size-5 shrink-0", ink)} />
      <div className="min-w-0 space-y-2">
        <h4 className="font-semibold wrap-anywhere">
          {label !== null && <span className={ink}>{label}: </span>}
          {title}
        </h4>
        <p className="max-w-[80ch] wrap-anywhere">{advice}</p>
        {mismatch !== null && (
          <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
            <Field label={t("local")}>
              <Value text={mismatch.local ?? t("notTold")} />
            </Field>
            <Field label={t("remote")}>
              <Value text={mismatch.remote ?? t("notTold")} />
            </Field>
          </dl>
        )}
        <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
          {code !== null && (
            <Field label={t("code")}>
              <span className="data">{code}</span>
            </Field>
          )}
          {failedReason !== null && failedReason !== title && (
            <Field label={t("reason")}>
              <span className="wrap-anywhere">{failedReason}</span>
            </Field>
          )}
          {failedTime !== null && (
            <Field label={t("time")}>
              <Time value={failedTime} />
            </Field>
          )}
          {sourceLog !== null && (
            <Field label={t("line")}>
              <span className="data">{sourceLog}</span>
            </Field>
          )}
        </dl>
      </div>
    </div>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-soft">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Value({ text }: { text: string }) {
  return <span className="font-mono text-base font-semibold wrap-anywhere">{text}</span>;
}
