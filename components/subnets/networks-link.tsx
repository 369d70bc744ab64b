import { Network } from "lucide-react";
import { IconLink } from "@/components/ui/icon-link";
import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";
import { gatewayFilterOf, type GatewayScope } from "@/lib/vpn/list-scope";

/** To the networks of the connections of a gateway. */
export function NetworksLink({ of: scope }: { of: GatewayScope }) {
  const t = useTranslations("subnets.link");
  return (
    <IconLink href={pages.subnets(gatewayFilterOf(scope))} icon={Network}>
      {t(scope.of)}
    </IconLink>
  );
}
