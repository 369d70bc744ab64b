import { Network } from "lucide-react";
import { IconLink } from "@/components/ui/icon-link";
import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";
import type { GatewayScope } from "@/lib/vpn/list-scope";

/** To the networks of the connections of a gateway. */
export function NetworksLink({ of: scope }: { of: GatewayScope }) {
  const t = useTranslations("subnets.link");
  const { regionId } = scope;
  const gateway =
    scope.of === "vpnGateway"
      ? { vpnGatewayId: scope.vpnGatewayId }
      : { customerGatewayId: scope.customerGatewayId };
  return (
    <IconLink href={pages.subnets({ regionId, ...gateway })} icon={Network}>
      {t(scope.of)}
    </IconLink>
  );
}

/** To the networks of a region, or of all with null. */
export function AllNetworksLink({ regionId }: { regionId: string | null }) {
  const t = useTranslations("subnets");
  return (
    <IconLink href={pages.subnets({ regionId })} icon={Network}>
      {t("title")}
    </IconLink>
  );
}
