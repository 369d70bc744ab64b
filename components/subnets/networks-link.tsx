import { Network } from "lucide-react";
import Link from "next/link";
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
    <Link
      prefetch={false}
      href={pages.subnets({ regionId, ...gateway })}
      className="link mt-1 inline-flex w-fit items-center gap-1.5 text-sm print:hidden"
    >
      <Network aria-hidden className="size-4" />
      {t(scope.of)}
    </Link>
  );
}
