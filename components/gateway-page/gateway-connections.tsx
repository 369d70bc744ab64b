import { useTranslations } from "next-intl";
import {
  ConnectionColumnChooser,
  useColumnLabels,
} from "@/components/vpn-connections/connection-column-chooser";
import { FilterChips } from "@/components/vpn-connections/filter-chips";
import { VpnConnectionsView } from "@/components/vpn-connections/vpn-connections-view";
import type { FirstRows } from "@/lib/vpn/connection-row";
import { initialProblemOf } from "@/lib/vpn/initial-data";
import type { ListLinkParameters } from "@/lib/vpn/list-parameters";
import type { GatewayScope } from "@/lib/vpn/list-scope";

type Props = {
  scope: GatewayScope;
  parameters: ListLinkParameters;
  /** The gateway's name, or its id where it has none. */
  title: string;
  firstRows: FirstRows;
};

/** The list of a gateway's connections. */
export function GatewayConnections({ scope, parameters, title, firstRows }: Props) {
  const t = useTranslations("pages");
  const { columns, rows } = firstRows;
  return (
    <section aria-label={t("gatewayList")} className="mb-8">
      <FilterChips scope={scope} parameters={parameters} />
      <VpnConnectionsView
        scope={scope}
        parameters={parameters}
        caption={t("gatewayCaption", { name: title })}
        shown={useColumnLabels()(columns)}
        firstProblem={initialProblemOf(rows)}
        chooser={<ConnectionColumnChooser {...{ scope, parameters, columns }} />}
      />
    </section>
  );
}
