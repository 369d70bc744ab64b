import { History } from "lucide-react";
import { IconLink } from "@/components/ui/icon-link";
import { useTranslations } from "next-intl";
import type { EventParameters } from "@/lib/vpn/events";
import { pages } from "@/lib/vpn/hrefs";

type Props = {
  of: "all" | "region" | "vpnGateway" | "customerGateway";
  parameters?: Partial<EventParameters>;
};

/** To what has happened to the thing that a page is about. */
export function EventsLink({ of: subject, parameters }: Props) {
  const t = useTranslations("events.link");
  return (
    <IconLink href={pages.events(parameters)} icon={History}>
      {t(subject)}
    </IconLink>
  );
}
