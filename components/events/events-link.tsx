import { History } from "lucide-react";
import { IconLink } from "@/components/ui/icon-link";
import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";
import { gatewayFilterOf, type GatewayScope } from "@/lib/vpn/list-scope";

/** To what has happened to the connections of a gateway. */
export function EventsLink({ of: scope }: { of: GatewayScope }) {
  const t = useTranslations("events.link");
  return (
    <IconLink href={pages.events(gatewayFilterOf(scope))} icon={History}>
      {t(scope.of)}
    </IconLink>
  );
}
