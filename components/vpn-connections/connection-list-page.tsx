import { BrowserWords, OF_LIST } from "@/components/layout/browser-words";
import { InitialQueries } from "@/components/layout/initial-queries";
import { FilterChips } from "@/components/vpn-connections/filter-chips";
import { FilterForm } from "@/components/vpn-connections/filter-form";
import { ListHeading } from "@/components/vpn-connections/list-heading";
import { VpnConnectionsView } from "@/components/vpn-connections/vpn-connections-view";
import type { Facets } from "@/lib/vpn/facets";
import { type InitialData, initialProblemOf } from "@/lib/vpn/initial-data";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { type ListScope, regionOf } from "@/lib/vpn/list-scope";
import { vpnConnectionsQuery } from "@/lib/vpn/queries";
import type { VpnConnectionList } from "@/lib/vpn/types";

type Props = {
  scope: Extract<ListScope, { of: "allRegions" | "region" }>;
  /** The region's name, or what all of them are called. */
  place: string;
  caption: string;
  parameters: ListParameters;
  facets: Facets | null;
  first: InitialData<VpnConnectionList>;
  isWaitingForQuota?: boolean;
};

/** The list of a region's connections, or of those of all regions. */
export function ConnectionListPage(props: Props) {
  const { scope, place, caption, parameters, facets, first, isWaitingForQuota } = props;
  const regionId = regionOf(scope);
  const { queryKey } = vpnConnectionsQuery(regionId, parameters);
  return (
    <BrowserWords of={OF_LIST}>
      <ListHeading place={place} id={regionId ?? undefined} />
      <FilterForm regionId={regionId} parameters={parameters} facets={facets} />
      <FilterChips scope={scope} parameters={parameters} />
      <InitialQueries of={[{ queryKey, first }]}>
        <VpnConnectionsView
          scope={scope}
          parameters={parameters}
          caption={caption}
          firstProblem={initialProblemOf(first)}
          isWaitingForQuota={isWaitingForQuota}
        />
      </InitialQueries>
    </BrowserWords>
  );
}
