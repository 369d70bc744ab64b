import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import { WarningBanner } from "@/components/ui/warning-banner";
import type { NotRecording } from "@/lib/vpn/events";

/** What is shown is true, and does not go on: since when, and why. */
export function NotRecordingNotice({ since, reason }: NotRecording) {
  const t = useTranslations("events.notRecording");
  return (
    <WarningBanner title={t.rich("title", { time: () => <Time value={since} /> })}>
      <p className="text-sm">{t("detail", { reason })}</p>
    </WarningBanner>
  );
}
