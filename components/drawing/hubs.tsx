import { Building2, Cloud, Router } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Box } from "@/components/drawing/box";
import { Behind, Identity, NearBox } from "@/components/drawing/gateway-box";
import { allSubnets } from "@/lib/vpn/drawing";
import type { GatewayNames } from "@/lib/vpn/gateway-names";
import type { VpnConnection } from "@/lib/vpn/types";

/** In a wide window what stands in a hub stays in sight beside many lines. */
const STICKY = "xl:sticky xl:top-32";

type NearProps = {
  connections: VpnConnection[];
  /** Null where the gateway itself could not be read. */
  vpcId: string | null;
  /** A transit router joins networks of many kinds; a VPN gateway stands in a VPC. */
  isVpc?: boolean;
  children: ReactNode;
};

/** Alibaba's side: the networks, and what carries them to the outside. */
export function NearHub({ connections, vpcId, isVpc = true, children }: NearProps) {
  const t = useTranslations("drawing");
  return (
    <div className="flex flex-col gap-3 xl:h-full xl:flex-row xl:gap-0">
      <Box
        icon={Cloud}
        kind={isVpc ? t("vpc") : t("networks")}
        isPlace
        className="xl:w-44 xl:rounded-r-none xl:border-r-0"
      >
        <div className={STICKY}>
          {vpcId !== null && <p className="data mb-2">{vpcId}</p>}
          <Behind label={t("localSubnets")} subnets={allSubnets(connections, "localSubnets")} />
        </div>
      </Box>
      {children}
    </div>
  );
}

type GatewayProps = { vpnGatewayId: string; names: GatewayNames };

/** The VPN gateway of its own page. */
export function VpnGatewayHub({ vpnGatewayId, names }: GatewayProps) {
  const t = useTranslations("drawing");
  return (
    <Box icon={Router} kind={t("vpnGateway")} className="xl:w-60 xl:rounded-l-none">
      <div className={STICKY}>
        <Identity id={vpnGatewayId} {...names.vpnGateways[vpnGatewayId]} />
      </div>
    </Box>
  );
}

/** What one connection hangs on, with a link where there is a page of it. */
export function AttachmentHub({
  connection,
  names,
}: {
  connection: VpnConnection;
  names: GatewayNames;
}) {
  return <NearBox connection={connection} names={names} className="xl:w-60 xl:rounded-l-none" />;
}

type CustomerProps = {
  customerGatewayId: string;
  connections: VpnConnection[];
  names: GatewayNames;
};

/** The customer gateway of its own page, with all that lies behind it. */
export function CustomerGatewayHub({ customerGatewayId, connections, names }: CustomerProps) {
  const t = useTranslations("drawing");
  return (
    <Box icon={Building2} kind={t("customerGateway")} className="xl:h-full xl:w-64">
      <div className={STICKY}>
        <Identity id={customerGatewayId} {...names.customerGateways[customerGatewayId]} />
        <div className="mt-3" />
        <Behind label={t("remoteSubnets")} subnets={allSubnets(connections, "remoteSubnets")} />
      </div>
    </Box>
  );
}
