import { useTranslations } from "next-intl";
import { Chips } from "@/components/ui/chips";
import type { GatewayOf } from "@/lib/vpn/gateway-list";
import { GATEWAY_FILTERS, type GatewayPageParameters } from "@/lib/vpn/gateway-parameters";
import { pages } from "@/lib/vpn/hrefs";

type Props = { of: GatewayOf; regionId: string | null; parameters: GatewayPageParameters };

/** What narrows the list, each with a link that takes it away. */
export function GatewayChips({ of, regionId, parameters }: Props) {
  const t = useTranslations("connections");
  const tLists = useTranslations("gatewayLists");
  const chips = [
    ...GATEWAY_FILTERS.flatMap((name) => {
      const value = parameters[name];
      if (value === null) return [];
      const text = name === "vpcId" ? tLists("ofVpc", { value }) : t(`filters.${name}`, { value });
      return { text, without: { [name]: null } };
    }),
    ...parameters.tag.map((value) => ({
      text: t("filters.tag", { value }),
      without: { tag: parameters.tag.filter((other) => other !== value) },
    })),
    ...parameters.status.map((value) => ({
      text: tLists("withVerdict", { verdict: t(`verdict.${value}`) }),
      without: { status: parameters.status.filter((other) => other !== value) },
    })),
  ];
  return (
    <Chips
      label={t("list.filteredBy")}
      chips={chips.map(({ text, without }) => ({
        text,
        href: pages.gateways(of, regionId, { ...parameters, pageNumber: 1, ...without }),
        removeLabel: t("list.removeFilter", { filter: text }),
      }))}
    />
  );
}
