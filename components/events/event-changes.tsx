import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { FieldLabel } from "@/components/fields/field-label";
import { isInSeconds } from "@/lib/vpn/event-fields";
import type { FieldChange, HistoryEvent } from "@/lib/vpn/events";

/** The fields of a configuration that have changed, each with what it was and is. */
export function EventChanges({ event: { tunnel, changes } }: { event: HistoryEvent }) {
  const t = useTranslations("events.row");
  return (
    <>
      {tunnel !== null && <p className="text-ink-soft">{t("tunnel", { number: tunnel })}</p>}
      <dl className="space-y-1">
        {changes.map((change) => (
          <Change key={change.field} change={change} />
        ))}
      </dl>
    </>
  );
}

function Change({ change }: { change: FieldChange }) {
  const t = useTranslations("events");
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <dt className="text-ink-soft">
        <FieldLabel path={change.field} />
      </dt>
      <dd className="min-w-0">
        {change.before === null && change.after === "changed" ? (
          t("change.changed")
        ) : (
          <>
            <Value of={change} value={change.before} />
            <ArrowRight aria-hidden className="mx-1.5 inline size-3.5 text-ink-soft" />
            <span className="sr-only">{t("row.to")} </span>
            <Value of={change} value={change.after} />
          </>
        )}
      </dd>
    </div>
  );
}

/** As the API spells it. */
function Value({ of: { field }, value }: { of: FieldChange; value: string | null }) {
  const t = useTranslations("events.change");
  if (value === null || value === "") return <span className="text-ink-soft">{t("notSet")}</span>;
  if (value === "true") return t("on");
  if (value === "false") return t("off");
  return (
    <bdi className="font-mono text-xs/5 wrap-anywhere tabular-nums">
      {isInSeconds(field) ? t("seconds", { value }) : value}
    </bdi>
  );
}
