import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { DiagnosisEntry } from "@/components/logs/diagnosis-entry";
import type { Diagnosis } from "@/lib/vpn/logs/connection-logs";

/** What Alibaba has found about one tunnel. */
export function DiagnosisPart({ found }: { found: Diagnosis[] }) {
  const t = useTranslations("logs.diagnosis");
  return (
    <div>
      <h3 className="font-medium">{t("title")}</h3>
      <p className="mb-3 text-sm text-ink-soft">{t("detail")}</p>
      {found.length === 0 ? (
        <p className="flex items-center gap-2 text-sm">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-ink-soft" />
          {t("none")}
        </p>
      ) : (
        <ul className="space-y-3">
          {found.map((one, index) => (
            <li key={`${one.code} ${one.failedTime} ${index + 1}`}>
              <DiagnosisEntry diagnosis={one} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
