import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventsPage } from "@/components/events/events-page";
import { pageUser } from "@/lib/server/auth/page-user";
import { listEvents } from "@/lib/server/history/event-list";
import { initialData } from "@/lib/server/http/initial-data";
import { pages } from "@/lib/vpn/hrefs";
import { isUntidyEvents, readEventsPage } from "@/lib/vpn/search-params-history";

export async function generateMetadata() {
  const t = await getTranslations("events");
  return { title: t("title") };
}

export default async function Page({ searchParams }: PageProps<"/events">) {
  const user = await pageUser();
  const given = await searchParams;
  const parameters = readEventsPage(given);
  if (isUntidyEvents(given)) redirect(pages.events(parameters));
  const first = await initialData(listEvents(parameters, user));
  return <EventsPage parameters={parameters} first={first} />;
}
