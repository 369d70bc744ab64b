import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type AnswerCache,
  createAnswerCache,
  type Current,
} from "@/lib/server/runtime/answer-cache";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { keepNames } from "@/lib/server/inventory/cache-times";
import { withinRequest } from "@/lib/server/inventory/request-wait";
import { describeCustomerGateways } from "@/lib/server/vpc-api/customer-gateways";
import { describeVpnGateways } from "@/lib/server/vpc-api/vpn-gateways";
import type { ReadableList } from "@/lib/server/vpc-api/walk";
import type { CustomerGateway, VpnGateway } from "@/lib/vpn/gateways";

/** All VPN gateways, or all customer gateways, of each region. */
export type GatewayLists<Gateway> = {
  /** Throws VpcApiError. */
  read: (regionId: string) => Promise<Current<ReadableList<Gateway>>>;
  byIdSoon: (regionId: string) => Promise<ReadonlyMap<string, Gateway>>;
};

/** How long a snapshot waits for the names of its gateways. */
const NAMES_WAIT_MS = 3_000;

export const vpnGatewayLists = gatewayLists(
  "vpnGatewayLists",
  "DescribeVpnGateways",
  describeVpnGateways,
  ({ vpnGatewayId }: VpnGateway) => vpnGatewayId,
);

export const customerGatewayLists = gatewayLists(
  "customerGatewayLists",
  "DescribeCustomerGateways",
  describeCustomerGateways,
  ({ customerGatewayId }: CustomerGateway) => customerGatewayId,
);

export type GatewaysById = {
  vpnGateways: ReadonlyMap<string, VpnGateway>;
  customerGateways: ReadonlyMap<string, CustomerGateway>;
};

/** The gateways of a region as far as they are known soon: connections never fail for want of names. */
export async function gatewaysSoon(regionId: string): Promise<GatewaysById> {
  const [vpnGateways, customerGateways] = await Promise.all([
    vpnGatewayLists.byIdSoon(regionId),
    customerGatewayLists.byIdSoon(regionId),
  ]);
  return { vpnGateways, customerGateways };
}

function gatewayLists<Gateway>(
  name: string,
  action: string,
  describe: (regionId: string) => Promise<ReadableList<Gateway>>,
  idOf: (gateway: Gateway) => string,
): GatewayLists<Gateway> {
  const lists = defineSingleton(name, (): AnswerCache<ReadableList<Gateway>> =>
    createAnswerCache(keepNames()),
  );
  const read = (regionId: string) => {
    const reading = lists().read(regionId, () => describe(regionId));
    return withinRequest({ action, regionId }, reading, lists().kept(regionId));
  };
  return {
    read,
    async byIdSoon(regionId) {
      const soon = await Promise.race([
        read(regionId).then(
          ({ answer }) => answer,
          () => null,
        ),
        sleep(NAMES_WAIT_MS, null, { ref: false }),
      ]);
      const { items = [] } = soon ?? lists().kept(regionId)?.answer ?? {};
      return new Map(items.map((gateway) => [idOf(gateway), gateway]));
    },
  };
}
