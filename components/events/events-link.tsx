import { History } from "lucide-react";
import Link from "next/link";
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
    <Link
      prefetch={false}
      href={pages.events(parameters)}
      className="link mt-1 inline-flex w-fit items-center gap-1.5 text-sm print:hidden"
    >
      <History aria-hidden className="size-4" />
      {t(subject)}
    </Link>
  );
}
