import "server-only";
import { cache } from "react";
import type { User } from "@/lib/server/auth/user";
import { pageUser } from "@/lib/server/auth/page-user";
import { getCustomerGateway, listCustomerGateways } from "@/lib/server/inventory/customer-gateways";
import { regionNameSoon } from "@/lib/server/inventory/regions";
import { getVpnConnection } from "@/lib/server/inventory/one-connection";
import { listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { getVpnGateway, listVpnGateways } from "@/lib/server/inventory/vpn-gateways";
import { initialData } from "@/lib/server/http/initial-data";
import { whileOthersRender } from "@/lib/server/http/render-slots";
import type { InitialData } from "@/lib/vpn/initial-data";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { type GatewayScope, overviewOf, questionOf } from "@/lib/vpn/list-scope";

/** What a page starts with, in the user's language; asked once for its title and its body. */
export const firstRegionName = cache(async (regionId: string) =>
  whileOthersRender(regionNameSoon(regionId, await pageUser())),
);

export const firstVpnConnection = ofOne(getVpnConnection);
export const firstVpnGateway = ofOne(getVpnGateway);
export const firstCustomerGateway = ofOne(getCustomerGateway);
export const firstVpnGateways = ofRegion(listVpnGateways);
export const firstCustomerGateways = ofRegion(listCustomerGateways);

function ofOne<T>(get: (regionId: string, id: string, user: User) => Promise<T>) {
  return cache(async (regionId: string, id: string): Promise<InitialData<T>> =>
    initialData(get(regionId, id, await pageUser())),
  );
}

function ofRegion<T>(list: (regionId: string, user: User) => Promise<T>) {
  return async (regionId: string): Promise<InitialData<T>> =>
    initialData(list(regionId, await pageUser()));
}

/** The asked page of a gateway's connections, and all of them for its drawing. */
export async function firstConnections(scope: GatewayScope, parameters: ListParameters) {
  const user = await pageUser();
  const ask = (question: ListParameters) =>
    initialData(listVpnConnections(scope.regionId, question, user));
  const [page, all] = await Promise.all([
    ask(questionOf(scope, parameters)),
    ask(overviewOf(scope)),
  ]);
  return { page, all };
}
