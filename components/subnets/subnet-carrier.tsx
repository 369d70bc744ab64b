import { useTranslations } from "next-intl";
import { SpriteIcon } from "@/components/ui/sprite-icon";
import { LOOKS } from "@/components/vpn-connections/status-badge";
import { pages } from "@/lib/vpn/hrefs";
import type { Subnet, SubnetCarrier as Carrier } from "@/lib/vpn/subnet-list";

type Props = { carrier: Carrier; of: Pick<Subnet, "cidr"> };

/** A connection with its state, and the gateway that it is on. */
export function SubnetCarrier({ carrier, of: { cidr } }: Props) {
  const t = useTranslations("subnets.carriers");
  const tVerdict = useTranslations("connections.verdict");
  const tPages = useTranslations("pages");
  const { regionId, vpnConnectionId, name, verdict, subnet } = carrier;
  const { sprite, dot } = LOOKS[verdict];
  return (
    <li className="flex gap-1.5 text-sm/6">
      <span className="mt-0.5">
        <SpriteIcon name={sprite} className={dot} />
        <span className="sr-only">{tVerdict(verdict)}</span>
      </span>
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <a href={pages.vpnConnection(regionId, vpnConnectionId)} className="link wrap-anywhere">
          <bdi>{name || tPages("unnamed")}</bdi>
        </a>
        <span className="data text-ink-soft">{vpnConnectionId}</span>
        <span className="wrap-anywhere text-ink-soft">
          {t.rich("on", { gateway: () => <Gateway carrier={carrier} />, region: regionId })}
        </span>
        {subnet !== cidr && (
          <span className="text-ink-soft">
            {t.rich("spelled", { subnet: () => <span className="data">{subnet}</span> })}
          </span>
        )}
      </div>
    </li>
  );
}

function Gateway({ carrier }: { carrier: Carrier }) {
  const { regionId, vpnGatewayId, vpnGatewayName, transitRouterId } = carrier;
  if (vpnGatewayId === null) return <span className="data">{transitRouterId ?? "–"}</span>;
  return (
    <a href={pages.vpnGateway(regionId, vpnGatewayId)} className="link">
      {vpnGatewayName ? <bdi>{vpnGatewayName}</bdi> : <span className="data">{vpnGatewayId}</span>}
    </a>
  );
}
