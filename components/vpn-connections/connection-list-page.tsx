import { useTranslations } from "next-intl";
import { BrowserWords, OF_LIST } from "@/components/layout/browser-words";
import { InitialQueries } from "@/components/layout/initial-queries";
import {
  ConnectionColumnChooser,
  useColumnLabels,
} from "@/components/vpn-connections/connection-column-chooser";
import { FilterChips } from "@/components/vpn-connections/filter-chips";
import { FilterForm } from "@/components/vpn-connections/filter-form";
import { ListHeading } from "@/components/vpn-connections/list-heading";
import { rowQueries } from "@/components/vpn-connections/row-queries";
import { VpnConnectionsView } from "@/components/vpn-connections/vpn-connections-view";
import type { FirstRows } from "@/lib/vpn/connection-row";
import type { Facets } from "@/lib/vpn/facets";
import { initialProblemOf } from "@/lib/vpn/initial-data";
import type { ListLinkParameters } from "@/lib/vpn/list-parameters";
import { type ListScope, regionOf } from "@/lib/vpn/list-scope";

type Props = {
  scope: Extract<ListScope, { of: "allRegions" | "region" }>;
  /** The region's name, or what all of them are called. */
  place: string;
  caption: string;
  parameters: ListLinkParameters;
  facets: Facets | null;
  first: FirstRows;
  isWaitingForQuota?: boolean;
};

/** The list of a region's connections, or of those of all regions. */
export function ConnectionListPage(props: Props) {
  const { scope, place, caption, parameters, facets, first, isWaitingForQuota } = props;
  const t = useTranslations("pages");
  const regionId = regionOf(scope);
  return (
    <BrowserWords of={OF_LIST}>
      <ListHeading title={t("list")} place={place} id={regionId ?? undefined} />
      <FilterChips scope={scope} parameters={parameters} />
      <InitialQueries of={rowQueries(scope, parameters, first)}>
        <VpnConnectionsView
          scope={scope}
          parameters={parameters}
          shown={useColumnLabels()(first.columns)}
          caption={caption}
          firstProblem={initialProblemOf(first.rows)}
          isWaitingForQuota={isWaitingForQuota}
          filters={<FilterForm {...{ regionId, parameters, facets, columns: first.columns }} />}
          chooser={
            <ConnectionColumnChooser
              scope={scope}
              parameters={parameters}
              columns={first.columns}
            />
          }
        />
      </InitialQueries>
    </BrowserWords>
  );
}
