import "server-only";
import { cache } from "react";
import type { Reader } from "@/lib/server/access/reader";
import { pageReader } from "@/lib/server/access/page-reader";
import { getCustomerGateway, listCustomerGateways } from "@/lib/server/data/customer-gateways";
import { regionNameSoon } from "@/lib/server/data/regions";
import { getVpnConnection } from "@/lib/server/data/one-connection";
import { listVpnConnections } from "@/lib/server/data/vpn-connections";
import { getVpnGateway, listVpnGateways } from "@/lib/server/data/vpn-gateways";
import { firstAnswer } from "@/lib/server/first-answer";
import type { FirstAnswer } from "@/lib/vpn/first-answer";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { type GatewayScope, overviewOf, questionOf } from "@/lib/vpn/list-scope";

/** What a page starts with, in the reader's language; asked once for its title and its body. */
export const firstRegionName = cache(async (regionId: string) =>
  regionNameSoon(regionId, await pageReader()),
);

export const firstVpnConnection = ofOne(getVpnConnection);
export const firstVpnGateway = ofOne(getVpnGateway);
export const firstCustomerGateway = ofOne(getCustomerGateway);
export const firstVpnGateways = ofRegion(listVpnGateways);
export const firstCustomerGateways = ofRegion(listCustomerGateways);

function ofOne<T>(get: (regionId: string, id: string, reader: Reader) => Promise<T>) {
  return cache(async (regionId: string, id: string): Promise<FirstAnswer<T>> =>
    firstAnswer(get(regionId, id, await pageReader())),
  );
}

function ofRegion<T>(list: (regionId: string, reader: Reader) => Promise<T>) {
  return async (regionId: string): Promise<FirstAnswer<T>> =>
    firstAnswer(list(regionId, await pageReader()));
}

/** The asked page of a gateway's connections, and all of them for its drawing. */
export async function firstConnections(scope: GatewayScope, parameters: ListParameters) {
  const reader = await pageReader();
  const ask = (question: ListParameters) =>
    firstAnswer(listVpnConnections(scope.regionId, question, reader));
  const [page, all] = await Promise.all([
    ask(questionOf(scope, parameters)),
    ask(overviewOf(scope)),
  ]);
  return { page, all };
}
