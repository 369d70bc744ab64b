import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { EVENT_LOOKS } from "@/components/events/event-looks";
import { type EventKind, FINDING_EVENT_KINDS, type HistoryEvent } from "@/lib/vpn/events";

/** An icon and words; of a pair of tunnels, which one it was. */
export function EventKindLabel({ event: { kind, tunnel } }: { event: HistoryEvent }) {
  const t = useTranslations("events");
  const { icon: Icon, ink } = EVENT_LOOKS[kind];
  return (
    <p className="flex items-start gap-2 text-sm/6 font-semibold">
      <Icon aria-hidden className={clsx("mt-1 size-4 shrink-0", ink)} />
      <span className={clsx(ink === "text-ink-soft" ? "text-ink" : ink)}>
        {tunnel !== null && isNumbered(kind)
          ? t(`numbered.${kind}`, { number: tunnel })
          : t(`kind.${kind}`)}
      </span>
    </p>
  );
}

const NUMBERED = ["tunnel_down", "tunnel_up", ...FINDING_EVENT_KINDS] as const;

function isNumbered(kind: EventKind): kind is (typeof NUMBERED)[number] {
  return NUMBERED.some((one) => one === kind);
}
