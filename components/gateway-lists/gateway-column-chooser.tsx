import { useTranslations } from "next-intl";
import { ColumnChooser } from "@/components/list/column-chooser";
import {
  defaultGatewayColumns,
  GATEWAY_COLUMNS,
  type GatewayColumn,
} from "@/lib/vpn/gateway-columns";
import type { GatewayOf } from "@/lib/vpn/gateway-list";
import type { GatewayPageParameters } from "@/lib/vpn/gateway-parameters";
import { pages } from "@/lib/vpn/hrefs";

/** What the columns of a list of gateways are called. */
export function useGatewayColumnLabels() {
  const t = useTranslations("gatewayLists.columns");
  return (columns: readonly GatewayColumn[]) => columns.map((name) => ({ name, label: t(name) }));
}

type Props = {
  of: GatewayOf;
  regionId: string | null;
  parameters: GatewayPageParameters;
  columns: GatewayColumn[];
};

export function GatewayColumnChooser({ of, regionId, parameters, columns }: Props) {
  const labelsOf = useGatewayColumnLabels();
  const hrefOf = (asked: GatewayColumn[] | null) =>
    pages.gateways(of, regionId, { ...parameters, columns: asked });
  const [path = "", query = ""] = hrefOf(null).split("?");
  return (
    <ColumnChooser
      columns={labelsOf(GATEWAY_COLUMNS[of]).map(({ name, label }) => ({
        name,
        label,
        isShown: columns.includes(name),
        isFixed: name === "name",
      }))}
      path={path}
      parameters={[...new URLSearchParams(query)]}
      defaultHref={hrefOf(defaultGatewayColumns(of, regionId))}
    />
  );
}
