import "server-only";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";
import { customerGatewayBody, vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { dualTunnel, singleTunnel } from "@/lib/server/testing/wire-bodies";
import { describeCustomerGateways } from "@/lib/server/vpc-api/customer-gateways";
import { describeRegions } from "@/lib/server/vpc-api/regions";
import {
  describeAllVpnConnections,
  describeVpnConnections,
} from "@/lib/server/vpc-api/vpn-connections";
import { describeVpnGateways } from "@/lib/server/vpc-api/vpn-gateways";

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

function readOf(result: Awaited<ReturnType<typeof describeAllVpnConnections>>): Read {
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
