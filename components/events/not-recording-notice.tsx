import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import type { NotRecording } from "@/lib/vpn/events";

/** What is shown is true, and does not go on: since when, and why. */
export function NotRecordingNotice({ since, reason }: NotRecording) {
  const t = useTranslations("events.notRecording");
  return (
    <div
      role="alert"
      className="mb-4 flex gap-3 rounded-lg border border-degraded/40 bg-degraded-wash px-4 py-3"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-degraded" />
      <div>
        <p className="font-semibold text-degraded">
          {t.rich("title", { time: () => <Time value={since} /> })}
        </p>
        <p className="text-sm">{t("detail", { reason })}</p>
      </div>
    </div>
  );
}
