import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EVENT_LOOKS } from "@/components/events/event-looks";
import { EventRule } from "@/components/events/event-rule";
import { FieldChangeText } from "@/components/timeline/field-change";
import { useDuration } from "@/components/ui/use-duration";
import type { ChangeEffect } from "@/lib/vpn/change-effect";
import { type EventKind, type HistoryEvent, isFindingEvent } from "@/lib/vpn/events";

/** With the sign of what happened in front. */
export function EventRow({ kind, children }: { kind: EventKind; children: ReactNode }) {
  const { icon: Icon, ink } = EVENT_LOOKS[kind];
  return (
    <li className="flex gap-2.5">
      <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", ink)} />
      <div className="min-w-0">{children}</div>
    </li>
  );
}

type Props = {
  event: HistoryEvent;
  /** Of a change of configuration: what followed it. */
  effect: ChangeEffect | null;
};

/** What happened, how long it had been otherwise, and what was changed. */
export function TimelineEvent({ event, effect }: Props) {
  const t = useTranslations("history");
  const duration = useDuration();
  const { kind, tunnel, before, lasted, changes } = event;
  return (
    <>
      <p className="font-medium">{t(`event.${kind}`, { tunnel: tunnel ?? 0 })}</p>
      {before !== null && lasted !== null && (
        <p className="text-ink-soft">
          {t("before", { state: t(`state.${before}`), duration: duration(lasted) })}
        </p>
      )}
      {isFindingEvent(kind) && (
        <p>
          <EventRule event={event} />
        </p>
      )}
      {changes.length > 0 && (
        <ul className="wrap-anywhere">
          {changes.map((change) => (
            <li key={change.field}>
              <FieldChangeText change={change} />
            </li>
          ))}
        </ul>
      )}
      {effect !== null && <EffectText effect={effect} />}
    </>
  );
}

function EffectText({ effect: { kind, tunnel, after } }: { effect: ChangeEffect }) {
  const t = useTranslations("history");
  const duration = useDuration();
  const what = t(`effect.${kind}`, { tunnel: tunnel ?? 0 });
  const isBad = kind !== "up" && kind !== "tunnel_up";
  return (
    <p className={clsx("font-medium", isBad && "text-degraded")}>
      {after < 1_000
        ? t("withEffect", { what })
        : t("beforeEffect", { what, duration: duration(after) })}
    </p>
  );
}
