import { Building2, Router, Share2, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Box } from "@/components/drawing/box";
import { Subnets } from "@/components/vpn-connections/subnets";
import type { GatewayNames } from "@/lib/vpn/gateway-names";
import { pages } from "@/lib/vpn/hrefs";
import type { VpnConnection } from "@/lib/vpn/types";

const ICONS = { vpnGateway: Router, transitRouter: Share2, attachment: Unplug };

const TWO_COLUMNS = "grid gap-x-4 gap-y-2 sm:grid-cols-2";

type NearProps = {
  connection: VpnConnection;
  names: GatewayNames;
  className?: string;
  children?: ReactNode;
};

/** Alibaba's side of a connection: a VPN gateway, a transit router, or nothing yet. */
export function NearBox({ connection, names, className, children }: NearProps) {
  const t = useTranslations("drawing");
  const { regionId, vpnGatewayId, transitRouterId, transitRouterName } = connection;
  const kind = attachmentOf(connection);
  return (
    <Box icon={ICONS[kind]} kind={t(kind)} className={className}>
      <div className={children === undefined ? undefined : TWO_COLUMNS}>
        <div className="min-w-0">
          {vpnGatewayId !== null && (
            <Identity
              id={vpnGatewayId}
              href={pages.vpnGateway(regionId, vpnGatewayId)}
              {...names.vpnGateways[vpnGatewayId]}
            />
          )}
          {kind === "transitRouter" && (
            <Identity id={transitRouterId ?? ""} name={transitRouterName ?? ""} />
          )}
          {kind === "attachment" && <p className="text-sm">{t("unattached")}</p>}
        </div>
        {children}
      </div>
    </Box>
  );
}

function attachmentOf({ vpnGatewayId, transitRouterId }: VpnConnection): keyof typeof ICONS {
  if (vpnGatewayId !== null) return "vpnGateway";
  return transitRouterId === null ? "attachment" : "transitRouter";
}

type FarProps = {
  regionId: string;
  customerGatewayId: string | null;
  /** The networks behind it, as far as the connection carries them. */
  subnets: string[];
  names: GatewayNames;
  className?: string;
};

/** The device at the far end, and what lies behind it. */
export function FarBox({ regionId, customerGatewayId, subnets, names, className }: FarProps) {
  const t = useTranslations("drawing");
  return (
    <Box icon={Building2} kind={t("customerGateway")} className={className}>
      <div className={TWO_COLUMNS}>
        <div className="min-w-0">
          {customerGatewayId === null ? (
            <p className="text-sm text-ink-soft">{t("noCustomerGateway")}</p>
          ) : (
            <Identity
              id={customerGatewayId}
              href={pages.customerGateway(regionId, customerGatewayId)}
              {...names.customerGateways[customerGatewayId]}
            />
          )}
        </div>
        <Behind label={t("remoteSubnets")} subnets={subnets} />
      </div>
    </Box>
  );
}

export function Behind({ label, subnets }: { label: string; subnets: string[] }) {
  return (
    <div className="min-w-0">
      <p className="text-xs text-ink-soft">{label}</p>
      <Subnets cidrs={subnets} />
    </div>
  );
}

const NONE: string[] = [];

type IdentityProps = {
  id: string;
  href?: string;
  name?: string;
  addresses?: string[];
};

/** Name, id and addresses; on its own page a thing is no link. */
export function Identity({ id, href, name = "", addresses = NONE }: IdentityProps) {
  return (
    <>
      {name !== "" && (
        <p className="text-sm/5 font-medium wrap-anywhere">
          <bdi>{name}</bdi>
        </p>
      )}
      {href === undefined ? (
        <p className="data">{id}</p>
      ) : (
        <a href={href} className="link data block">
          {id}
        </a>
      )}
      {addresses.map((address) => (
        <p key={address} className="data">
          {address}
        </p>
      ))}
    </>
  );
}
