import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { EVENT_LOOKS } from "@/components/events/event-looks";
import type { HistoryEvent } from "@/lib/vpn/events";

/** An icon and words; of a pair of tunnels, which one it was. */
export function EventKindLabel({ event: { kind, tunnel } }: { event: HistoryEvent }) {
  const t = useTranslations("events");
  const { icon: Icon, ink } = EVENT_LOOKS[kind];
  const isOfTunnel = kind === "tunnel_down" || kind === "tunnel_up";
  return (
    <p className="flex items-start gap-2 text-sm/6 font-semibold">
      <Icon aria-hidden className={clsx("mt-1 size-4 shrink-0", ink)} />
      <span className={clsx(ink === "text-ink-soft" ? "text-ink" : ink)}>
        {isOfTunnel && tunnel !== null
          ? t(`numbered.${kind}`, { number: tunnel })
          : t(`kind.${kind}`)}
      </span>
    </p>
  );
}
