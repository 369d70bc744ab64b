import { useTranslations } from "next-intl";
import { FieldTable } from "@/components/fields/field-table";
import {
  ACCOUNT_FIELDS,
  GATEWAY_FIELDS,
  type GatewayFieldName,
  NETWORK_FIELDS,
} from "@/components/vpn-gateways/gateway-fields";
import type { VpnGateway } from "@/lib/vpn/gateways";

/** What the gateway itself is. */
export function GatewayFacts({ gateway }: { gateway: VpnGateway }) {
  const t = useTranslations("vpnGateways");
  const shared = {
    subjects: [gateway],
    head: () => null,
    words: (name: GatewayFieldName) => ({
      label: t(`fields.${name}.label`),
      explain: t(`fields.${name}.explain`),
    }),
  };
  return (
    <section aria-label={t("facts")} className="mb-8 columns-1 gap-4 lg:columns-2 2xl:columns-3">
      <FieldTable title={t("gateway")} fields={GATEWAY_FIELDS} {...shared} />
      <FieldTable title={t("network")} fields={NETWORK_FIELDS} {...shared} />
      <FieldTable title={t("account")} fields={ACCOUNT_FIELDS} {...shared} />
    </section>
  );
}
