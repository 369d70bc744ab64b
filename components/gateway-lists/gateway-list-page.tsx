import { useTranslations } from "next-intl";
import { GatewayChips } from "@/components/gateway-lists/gateway-chips";
import {
  GatewayColumnChooser,
  useGatewayColumnLabels,
} from "@/components/gateway-lists/gateway-column-chooser";
import { GatewayFilterForm } from "@/components/gateway-lists/gateway-filter-form";
import { GatewaysView } from "@/components/gateway-lists/gateways-view";
import { BrowserWords, OF_GATEWAY_LIST } from "@/components/layout/browser-words";
import { InitialQueries } from "@/components/layout/initial-queries";
import { ListHeading } from "@/components/vpn-connections/list-heading";
import type { GatewayColumn } from "@/lib/vpn/gateway-columns";
import type { CustomerGatewayList, GatewayOf, VpnGatewayList } from "@/lib/vpn/gateway-list";
import { type GatewayPageParameters, gatewayQuestionOf } from "@/lib/vpn/gateway-parameters";
import { type InitialData, initialProblemOf } from "@/lib/vpn/initial-data";
import { gatewaysQuery } from "@/lib/vpn/queries";

type Props = {
  of: GatewayOf;
  /** Null over all regions. */
  regionId: string | null;
  /** The region's name, or what all of them are called. */
  place: string;
  parameters: GatewayPageParameters;
  /** Those that are shown, whatever was asked for. */
  columns: GatewayColumn[];
  first: InitialData<VpnGatewayList | CustomerGatewayList>;
};

/** The list of a region's gateways of a kind, or of those of all regions. */
export function GatewayListPage({ of, regionId, place, parameters, columns, first }: Props) {
  const t = useTranslations("gatewayLists");
  const labelsOf = useGatewayColumnLabels();
  const { queryKey } = gatewaysQuery(of, regionId, gatewayQuestionOf(parameters));
  const about = { of, regionId, parameters };
  return (
    <BrowserWords of={OF_GATEWAY_LIST}>
      <ListHeading title={t(`${of}.title`)} place={place} id={regionId ?? undefined} />
      <GatewayChips {...about} />
      <InitialQueries of={[{ queryKey, first }]}>
        <GatewaysView
          {...about}
          shown={labelsOf(columns)}
          caption={t(`${of}.caption`, { place })}
          firstProblem={initialProblemOf(first)}
          filters={<GatewayFilterForm {...about} />}
          chooser={<GatewayColumnChooser {...about} columns={columns} />}
        />
      </InitialQueries>
    </BrowserWords>
  );
}
