import { GatewayPage, type GatewayPageProps } from "@/components/gateway-page/gateway-page";
import { GatewayFacts } from "@/components/vpn-gateways/gateway-facts";
import { GatewayWarnings } from "@/components/vpn-gateways/gateway-warnings";
import { namesOf } from "@/lib/vpn/gateway-names";
import type { CustomerGateway, Read, VpnGateway } from "@/lib/vpn/gateways";
import { answerOf, type InitialData } from "@/lib/vpn/initial-data";

type Props = Pick<
  GatewayPageProps,
  "id" | "regionName" | "parameters" | "connections" | "history" | "findings"
> & {
  regionId: string;
  first: InitialData<Read<VpnGateway>>;
  /** All of the region, for their names and addresses. */
  customerGateways: InitialData<CustomerGateway[]>;
};

export function VpnGatewayPage({ regionId, first, customerGateways, ...props }: Props) {
  const gateway = answerOf(first);
  return (
    <GatewayPage
      {...props}
      scope={{ of: "vpnGateway", regionId, vpnGatewayId: props.id }}
      name={gateway?.name ?? null}
      names={namesOf(gateway === null ? [] : [gateway], answerOf(customerGateways) ?? [])}
      namesFrom={[first, customerGateways]}
      vpcId={gateway?.vpcId}
      warnings={gateway && <GatewayWarnings gateway={gateway} now={gateway.fetchedAt} />}
      stale={gateway?.stale}
      facts={gateway && <GatewayFacts gateway={gateway} />}
    />
  );
}
