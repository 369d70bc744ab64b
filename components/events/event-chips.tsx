"use client";

import { useTranslations } from "next-intl";
import { Chips } from "@/components/ui/chips";
import { localTime, utcTime } from "@/components/ui/time-format";
import { useHydrated } from "@/components/ui/use-hydrated";
import { SINGLE_EVENT_FILTERS } from "@/lib/vpn/event-parameters";
import type { EventParameters } from "@/lib/vpn/events";
import { pages } from "@/lib/vpn/hrefs";

/** What narrows the list of events, each with a link that takes it away. */
export function EventChips({ parameters }: { parameters: EventParameters }) {
  const t = useTranslations("events");
  const tList = useTranslations("connections.list");
  const timeText = useTimeText();
  const unpaged = { ...parameters, pageNumber: 1 };
  const chips = [
    ...SINGLE_EVENT_FILTERS.flatMap((name) => {
      const value = parameters[name];
      if (value === null) return [];
      const text = typeof value === "number" ? timeText(value) : value;
      return {
        text: t(`filters.${name}`, { value: text }),
        href: pages.events({ ...unpaged, [name]: null }),
      };
    }),
    ...parameters.kind.map((kind) => ({
      text: t("filters.kind", { value: t(`kind.${kind}`) }),
      href: pages.events({ ...unpaged, kind: parameters.kind.filter((one) => one !== kind) }),
    })),
  ];
  return (
    <Chips
      label={tList("filteredBy")}
      chips={chips.map(({ text, href }) => ({
        text,
        href,
        removeLabel: tList("removeFilter", { filter: text }),
      }))}
    />
  );
}

/** A moment in UTC, which says so, until the user's zone is known. */
function useTimeText(): (value: number) => string {
  const isHydrated = useHydrated();
  return (value) => {
    const utc = utcTime(value);
    if (utc === null) return String(value);
    const { date, time } = isHydrated ? localTime(value) : utc;
    return isHydrated ? `${date} ${time}` : `${date} ${time} UTC`;
  };
}
