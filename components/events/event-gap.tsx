import { useTranslations } from "next-intl";
import { useDuration } from "@/components/ui/use-duration";
import { type HistoryEvent, NOT_READ } from "@/lib/vpn/events";
import { READ_FAILURES } from "@/lib/vpn/no-data";

/** A time of which nothing is known: how long it was, and why. Its hatching is that of "no data" everywhere. */
export function EventGap({ event: { kind, lasted, reason } }: { event: HistoryEvent }) {
  const t = useTranslations("events");
  const duration = useDuration();
  return (
    <>
      <span aria-hidden className="hatched mt-2 mb-1 block h-2.5 max-w-56 rounded-sm" />
      <p>
        {kind === "no_data" || lasted === null
          ? t("noData")
          : t("dataBack", { duration: duration(lasted) })}
      </p>
      {reason !== null && (
        <p className="text-ink-soft">
          <Reason code={reason} />
        </p>
      )}
    </>
  );
}

const REASONS = [NOT_READ, ...READ_FAILURES] as const;

function Reason({ code }: { code: string }) {
  const t = useTranslations("events.reason");
  const known = REASONS.find((reason) => reason === code);
  return known === undefined ? t("other", { code }) : t(known);
}
