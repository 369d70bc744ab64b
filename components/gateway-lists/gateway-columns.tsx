import type { ReactNode } from "react";
import { YesNo } from "@/components/fields/values";
import {
  Expiry,
  GatewayCounts,
  type GatewayListWords,
  GatewayName,
  scopeOf,
} from "@/components/gateway-lists/gateway-cells";
import { Addresses, Id, Several, Value } from "@/components/gateway-lists/gateway-values";
import { FindingCount, hasUrgent } from "@/components/findings/finding-count";
import type { Column } from "@/components/list/column";
import { RegionCell } from "@/components/list/region-cell";
import { Time } from "@/components/ui/time";
import { VerdictSign } from "@/components/vpn-connections/status-sign";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { GatewayColumn } from "@/lib/vpn/gateway-columns";
import type { ListedGateway, ListedVpnGateway } from "@/lib/vpn/gateway-list";
import { GATEWAY_SORT_FIELDS } from "@/lib/vpn/gateway-parameters";
import { pages } from "@/lib/vpn/hrefs";
import { gatewayFilterOf } from "@/lib/vpn/list-scope";

type Words = {
  t: GatewayListWords;
  tConnections: ConnectionWords;
  regionNameOf: (regionId: string) => string;
  /** Epoch milliseconds, of the list: what it says of an end is the same on the server and in the browser. */
  now: number;
};

type Shape = Pick<Column<ListedGateway>, "width" | "look" | "brief"> & {
  cell: (gateway: ListedGateway, words: Words) => ReactNode;
};

const text = (read: (gateway: ListedGateway) => ReactNode): Shape => ({
  width: 7,
  look: "text",
  cell: (gateway) => read(gateway) ?? "–",
});
const id = (read: (gateway: ListedGateway) => string | null): Shape => ({
  width: 7.25,
  look: "data",
  cell: (gateway) => <Id value={read(gateway)} />,
});
/** Of VPN gateways alone. */
const ofVpn =
  <Value,>(read: (gateway: ListedVpnGateway) => Value | null) =>
  (gateway: ListedGateway) =>
    "vpnGatewayId" in gateway ? read(gateway) : null;

const SHAPES: Record<GatewayColumn, Shape> = {
  verdict: {
    width: 6.75,
    look: "text",
    brief: "plain",
    cell: ({ verdict }, { tConnections }) =>
      verdict === null ? "–" : <VerdictSign verdict={verdict} t={tConnections} />,
  },
  name: {
    width: 12,
    look: "head",
    cell: (gateway, { now, t }) => <GatewayName {...{ gateway, now, t }} />,
  },
  vpnGatewayId: id(ofVpn(({ vpnGatewayId }) => vpnGatewayId)),
  customerGatewayId: id((gateway) =>
    "customerGatewayId" in gateway ? gateway.customerGatewayId : null,
  ),
  regionId: {
    width: 6,
    look: "text",
    cell: (gateway, { regionNameOf }) => (
      <RegionCell
        regionId={gateway.regionId}
        name={regionNameOf(gateway.regionId)}
        href={pages.gateways(
          "vpnGatewayId" in gateway ? "vpnGateway" : "customerGateway",
          gateway.regionId,
        )}
      />
    ),
  },
  internetIp: {
    width: 9.25,
    look: "data",
    cell: (gateway, { tConnections }) => <Addresses gateway={gateway} t={tConnections} />,
  },
  ipAddress: {
    width: 8.25,
    look: "data",
    cell: (gateway) => <Value value={"ipAddress" in gateway ? gateway.ipAddress : null} />,
  },
  asn: { ...text((gateway) => ("asn" in gateway ? gateway.asn : null)), width: 5, look: "number" },
  vpcId: id(ofVpn(({ vpcId }) => vpcId)),
  spec: { ...text(ofVpn(({ spec }) => spec)), width: 5, look: "number" },
  endTime: {
    width: 7,
    look: "text",
    cell: (gateway, { now }) => (
      <Expiry endTime={"endTime" in gateway ? gateway.endTime : null} now={now} />
    ),
  },
  connectionCount: {
    width: 6,
    look: "number",
    brief: "labelled",
    cell: ({ connectionCount }) => connectionCount,
  },
  counts: {
    width: 12,
    look: "text",
    brief: "plain",
    cell: (gateway, { tConnections }) => <GatewayCounts gateway={gateway} t={tConnections} />,
  },
  findingCounts: {
    width: 5,
    look: "number",
    brief: "labelled",
    cell: (gateway, { tConnections }) => {
      const counts = gateway.findingCounts;
      if (!hasUrgent(counts)) return 0;
      const href = pages.findings(gatewayFilterOf(scopeOf(gateway)));
      return <FindingCount counts={counts} href={href} t={tConnections} />;
    },
  },
  status: text(ofVpn(({ status }) => status)),
  businessStatus: text(ofVpn(({ businessStatus }) => businessStatus)),
  chargeType: text(ofVpn(({ chargeType }) => chargeType)),
  networkType: text(ofVpn(({ networkType }) => networkType)),
  gatewayType: text(ofVpn(({ gatewayType }) => gatewayType)),
  vpnType: text(ofVpn(({ vpnType }) => vpnType)),
  enableBgp: text(
    ofVpn(({ enableBgp }) => (enableBgp === null ? null : <YesNo value={enableBgp} />)),
  ),
  createTime: text(({ createTime }) =>
    createTime === null ? null : <Time value={createTime} show="date" />,
  ),
  resourceGroupId: id(({ resourceGroupId }) => resourceGroupId),
  tags: {
    width: 9,
    look: "text",
    cell: ({ tags }, { tConnections }) => (
      <Several values={tags.map(({ key, value }) => `${key}:${value}`)} t={tConnections} />
    ),
  },
  description: text(({ description }) => description),
};

/** No column has the name of a field that another kind alone is sorted by. */
const SORTED = new Set<string>(Object.values(GATEWAY_SORT_FIELDS).flat());

export type LabelledGatewayColumn = { name: GatewayColumn; label: string };

/** The columns that are shown, with their cells. */
export function gatewayColumns(
  shown: readonly LabelledGatewayColumn[],
  words: Words,
): Column<ListedGateway, GatewayColumn>[] {
  return shown.map(({ name, label }) => {
    const { cell, ...shape } = SHAPES[name];
    const isSorted = SORTED.has(name);
    return { ...shape, name, label, isSorted, cell: (gateway) => cell(gateway, words) };
  });
}
