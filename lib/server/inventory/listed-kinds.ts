import "server-only";
import { LRUCache } from "lru-cache";
import {
  customerGatewayLists,
  type GatewayLists,
  vpnGatewayLists,
} from "@/lib/server/inventory/gateway-lists";
import type { RegionFindings } from "@/lib/server/inventory/region-findings";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { CUSTOMER_GATEWAY_KIND, type GatewayKind, VPN_GATEWAY_KIND } from "@/lib/vpn/gateway-kinds";
import type {
  CustomerGatewayList,
  GatewayListPlace,
  ListedCustomerGateway,
  ListedGateway,
  ListedVpnGateway,
  VpnGatewayList,
} from "@/lib/vpn/gateway-list";
import { transitRoutersOf, unattachedCountOf } from "@/lib/vpn/gateway-rows";
import type { VpnConnection } from "@/lib/vpn/types";

/** One kind of gateways: how they are read, put into rows and answered with. */
export type ListedKind<Gateway extends ListedGateway, List> = {
  kind: GatewayKind<Gateway>;
  lists: GatewayLists<object>;
  /** @param connections All of the regions that are asked about. */
  toList: (gateways: Gateway[], place: GatewayListPlace, connections: VpnConnection[]) => List;
  /** Made once of what is found of a region, which also tells of its gateways. */
  rows: () => WeakMap<RegionFindings, { areRead: boolean; gateways: Gateway[] }>;
  /** Answers to questions, kept until something else is known. */
  answers: () => LRUCache<string, { version: string; list: List }>;
};

const MAX_QUESTIONS = 100;

export const VPN_GATEWAY_LIST: ListedKind<ListedVpnGateway, VpnGatewayList> = {
  kind: VPN_GATEWAY_KIND,
  lists: vpnGatewayLists,
  toList: (vpnGateways, place, connections) => ({
    vpnGateways,
    ...place,
    transitRouters: transitRoutersOf(connections),
    unattachedCount: unattachedCountOf(connections),
  }),
  rows: defineSingleton("vpnGatewayRows", () => new WeakMap()),
  answers: defineSingleton("vpnGatewayAnswers", () => new LRUCache({ max: MAX_QUESTIONS })),
};

export const CUSTOMER_GATEWAY_LIST: ListedKind<ListedCustomerGateway, CustomerGatewayList> = {
  kind: CUSTOMER_GATEWAY_KIND,
  lists: customerGatewayLists,
  toList: (customerGateways, place) => ({ customerGateways, ...place }),
  rows: defineSingleton("customerGatewayRows", () => new WeakMap()),
  answers: defineSingleton("customerGatewayAnswers", () => new LRUCache({ max: MAX_QUESTIONS })),
};
