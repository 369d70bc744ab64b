import { useTranslations } from "next-intl";
import { useMemo } from "react";
import {
  gatewayColumns,
  type LabelledGatewayColumn,
} from "@/components/gateway-lists/gateway-columns";
import { DenseRow } from "@/components/list/dense-row";
import { DenseTable } from "@/components/list/dense-table";
import { useRegionNames } from "@/components/layout/use-regions";
import { useConnectionWords } from "@/components/vpn-connections/words";
import type { ListedGateway } from "@/lib/vpn/gateway-list";

type Props = {
  gateways: readonly ListedGateway[];
  shown: readonly LabelledGatewayColumn[];
  caption: string;
  /** When they were read, epoch milliseconds. */
  fetchedAt: number;
  sort: string | null;
  sortHref: (sort: string | null) => string;
};

export function GatewayTable({ gateways, shown, caption, fetchedAt, sort, sortHref }: Props) {
  const t = useTranslations("gatewayLists");
  const tConnections = useConnectionWords();
  const regionNameOf = useRegionNames();
  const columns = useMemo(
    () => gatewayColumns(shown, { t, tConnections, regionNameOf, now: fetchedAt }),
    [shown, t, tConnections, regionNameOf, fetchedAt],
  );
  return (
    <DenseTable {...{ columns, sort, sortHref, caption }}>
      {gateways.map((gateway) => (
        <DenseRow key={keyOf(gateway)} thing={gateway} columns={columns} />
      ))}
    </DenseTable>
  );
}

function keyOf(gateway: ListedGateway): string {
  const id = "vpnGatewayId" in gateway ? gateway.vpnGatewayId : gateway.customerGatewayId;
  return `${gateway.regionId} ${id}`;
}
