import { useTranslations } from "next-intl";
import { EventChips } from "@/components/events/event-chips";
import { EventFilterForm } from "@/components/events/event-filter-form";
import { EventsView } from "@/components/events/events-view";
import { BrowserWords, OF_EVENTS } from "@/components/layout/browser-words";
import { InitialQueries } from "@/components/layout/initial-queries";
import type { EventList, EventParameters } from "@/lib/vpn/events";
import { type InitialData, initialProblemOf } from "@/lib/vpn/initial-data";
import { eventsQuery } from "@/lib/vpn/queries";

type Props = { parameters: EventParameters; first: InitialData<EventList> };

/** What happened in all regions, newest first. */
export function EventsPage({ parameters, first }: Props) {
  const t = useTranslations("events");
  const { queryKey } = eventsQuery(parameters);
  return (
    <BrowserWords of={OF_EVENTS}>
      <header className="mb-6">
        <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
        <p className="mt-0.5 text-balance text-ink-soft">{t("subtitle")}</p>
      </header>
      <EventFilterForm parameters={parameters} />
      <EventChips parameters={parameters} />
      <InitialQueries of={[{ queryKey, first }]}>
        <EventsView parameters={parameters} firstProblem={initialProblemOf(first)} />
      </InitialQueries>
    </BrowserWords>
  );
}
