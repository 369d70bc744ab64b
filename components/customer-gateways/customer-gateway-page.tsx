import { CustomerGatewayFacts } from "@/components/customer-gateways/customer-gateway-facts";
import { GatewayPage, type GatewayPageProps } from "@/components/gateway-page/gateway-page";
import { namesOf } from "@/lib/vpn/gateway-names";
import type { CustomerGateway, Read, VpnGateway } from "@/lib/vpn/gateways";
import { answerOf, type InitialData } from "@/lib/vpn/initial-data";

type Props = Pick<
  GatewayPageProps,
  "id" | "regionName" | "parameters" | "connections" | "history" | "findings"
> & {
  regionId: string;
  first: InitialData<Read<CustomerGateway>>;
  /** All of the region, for their names and addresses. */
  vpnGateways: InitialData<VpnGateway[]>;
};

export function CustomerGatewayPage({ regionId, first, vpnGateways, ...props }: Props) {
  const gateway = answerOf(first);
  return (
    <GatewayPage
      {...props}
      scope={{ of: "customerGateway", regionId, customerGatewayId: props.id }}
      name={gateway?.name ?? null}
      names={namesOf(answerOf(vpnGateways) ?? [], gateway === null ? [] : [gateway])}
      namesFrom={[first, vpnGateways]}
      stale={gateway?.stale}
      facts={gateway && <CustomerGatewayFacts gateway={gateway} />}
    />
  );
}
