import "server-only";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";
import { customerGatewayBody, vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { dualTunnel, singleTunnel } from "@/lib/server/testing/wire-bodies";
import { describeCustomerGateways } from "@/lib/server/vpc-api/customer-gateways";
import { describeVpnConnectionLogs } from "@/lib/server/vpc-api/connection-logs";
import { diagnoseVpnConnections } from "@/lib/server/vpc-api/diagnoses";
import { describeRegions } from "@/lib/server/vpc-api/regions";
import {
  describeAllVpnConnections,
  describeVpnConnections,
} from "@/lib/server/vpc-api/vpn-connections";
import { describeVpnGateways } from "@/lib/server/vpc-api/vpn-gateways";
import type { VpnConnectionList } from "@/lib/vpn/types";

const REGION = "eu-central-1";
const connectionParameters = listParametersOf(readPageParameters({ pageSize: "50" }));

/** What one read of a list came to. */
type Read = {
  /** What could be read, each with its id. */
  items: [id: string, item: unknown][];
  unreadableIds: (string | null)[];
  result: unknown;
};

/** A list of the API: how its page is written, and how it is read. */
export type List = {
  name: string;
  bodies: readonly [object, ...object[]];
  idKey: string;
  wrap: (items: unknown[]) => object;
  read: () => Promise<Read>;
};

const CONNECTIONS = {
  bodies: [singleTunnel, dualTunnel],
  idKey: "VpnConnectionId",
  wrap: (items: unknown[]) => ({ VpnConnections: { VpnConnection: items } }),
} satisfies Partial<List>;

function readOf(result: Pick<VpnConnectionList, "vpnConnections" | "unreadable">): Read {
  return {
    items: result.vpnConnections.map((one) => [one.vpnConnectionId, one]),
    unreadableIds: result.unreadable.map(({ vpnConnectionId }) => vpnConnectionId),
    result,
  };
}

export const LISTS: List[] = [
  {
    ...CONNECTIONS,
    name: "a page of connections",
    read: async () => readOf(await describeVpnConnections(REGION, connectionParameters)),
  },
  {
    ...CONNECTIONS,
    name: "all connections of a region",
    read: async () => readOf(await describeAllVpnConnections(REGION)),
  },
  {
    name: "the VPN gateways",
    bodies: [vpnGatewayBody],
    idKey: "VpnGatewayId",
    wrap: (items) => ({ VpnGateways: { VpnGateway: items } }),
    async read() {
      const result = await describeVpnGateways(REGION);
      return {
        items: result.items.map((one) => [one.vpnGatewayId, one]),
        unreadableIds: [],
        result,
      };
    },
  },
  {
    name: "the customer gateways",
    bodies: [customerGatewayBody],
    idKey: "CustomerGatewayId",
    wrap: (items) => ({ CustomerGateways: { CustomerGateway: items } }),
    async read() {
      const result = await describeCustomerGateways(REGION);
      return {
        items: result.items.map((one) => [one.customerGatewayId, one]),
        unreadableIds: [],
        result,
      };
    },
  },
];

export const REGIONS: List = {
  name: "the regions",
  bodies: [{ RegionId: "cn-hangzhou", LocalName: "Hangzhou", RegionEndpoint: "vpc.example" }],
  idKey: "RegionId",
  wrap: (items) => ({ Regions: { Region: items } }),
  async read() {
    const result = await describeRegions(REGION, "en-US");
    return { items: result.map((one) => [one.regionId, one]), unreadableIds: [], result };
  },
};

const OF_CONNECTION = { regionId: REGION, vpnConnectionId: "vco-1", secrets: [] };

export const DIAGNOSES: List = {
  name: "the diagnoses",
  bodies: [
    {
      VpnConnectionId: "vco-1",
      TunnelId: "tun-1",
      FailedReasonCode: "DhGroupMismatch",
      FailedReason: "DH group mismatch",
      FailedTime: 1_673_581_161_000,
      Severity: "Critical",
      MismatchLocalParam: "group2",
      MismatchRemoteParam: "group14",
      SourceLog: "2023-01-13 11:39:21 vco-1 [PROTO_ERR]: x",
    },
  ],
  idKey: "TunnelId",
  wrap: (items) => ({ VpnConnections: items }),
  async read() {
    const asked = { ...OF_CONNECTION, vpnGatewayId: "vpn-1", tunnelIds: ["tun-1"] };
    const result = await diagnoseVpnConnections(asked);
    return { items: result.map((one) => [one.tunnelId ?? "", one]), unreadableIds: [], result };
  },
};

export const LINES: List = {
  name: "the lines of a log",
  bodies: [{ Data: { Logs: ["2023-01-13 11:39:21 vco-1 HASH mismatched", "psk=7"] } }],
  idKey: "Data",
  wrap: ([first]) => (typeof first === "object" && first !== null ? first : {}),
  async read() {
    const window = { from: 0, to: 600_000 };
    const result = await describeVpnConnectionLogs({ ...OF_CONNECTION, tunnelId: null, window });
    return { items: result.lines.map(({ text }) => [text, text]), unreadableIds: [], result };
  },
};
