import "server-only";
import type { Metadata } from "next";
import { cache } from "react";
import type { User } from "@/lib/server/auth/user";
import { pageUser } from "@/lib/server/auth/page-user";
import {
  CUSTOMER_GATEWAYS,
  getGateway,
  listGateways,
  VPN_GATEWAYS,
} from "@/lib/server/inventory/gateways";
import { regionNameSoon } from "@/lib/server/inventory/regions";
import { getVpnConnection, listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { firstRows } from "@/lib/server/http/list-data";
import { initialData } from "@/lib/server/http/initial-data";
import { whileOthersRender } from "@/lib/server/http/render-slots";
import { answerOf, type InitialData } from "@/lib/vpn/initial-data";
import {
  type ListPageParameters,
  type ListParameters,
  listParametersOf,
} from "@/lib/vpn/list-parameters";
import { type GatewayScope, overviewOf, questionOf, UP_GROUP, upOf } from "@/lib/vpn/list-scope";
import { subjectTitle } from "@/lib/vpn/title";

/** What a page starts with, in the user's language; asked once for its title and its body. */
export const firstRegionName = cache(async (regionId: string) =>
  whileOthersRender(regionNameSoon(regionId, await pageUser())),
);

export const firstVpnConnection = ofOne(getVpnConnection);
export const firstVpnGateway = ofOne((...asked) => getGateway(VPN_GATEWAYS, ...asked));
export const firstCustomerGateway = ofOne((...asked) => getGateway(CUSTOMER_GATEWAYS, ...asked));
export const firstVpnGateways = ofRegion((...asked) => listGateways(VPN_GATEWAYS, ...asked));
export const firstCustomerGateways = ofRegion((...asked) =>
  listGateways(CUSTOMER_GATEWAYS, ...asked),
);

export const titleOfVpnConnection = titleFrom(firstVpnConnection);
export const titleOfVpnGateway = titleFrom(firstVpnGateway);
export const titleOfCustomerGateway = titleFrom(firstCustomerGateway);

type Named = InitialData<{ name: string }>;

/** A page's title: the name of its subject as far as it is known, its id, and its region. */
function titleFrom(first: (regionId: string, id: string) => Promise<Named>) {
  return async (regionId: string, id: string): Promise<Metadata> => {
    const subject = answerOf(await first(regionId, id));
    return { title: subjectTitle(subject?.name, id, await firstRegionName(regionId)) };
  };
}

function ofOne<T>(get: (regionId: string, id: string, user: User) => Promise<T>) {
  return cache(async (regionId: string, id: string): Promise<InitialData<T>> =>
    initialData(get(regionId, id, await pageUser())),
  );
}

function ofRegion<T>(list: (regionId: string, user: User) => Promise<T>) {
  return async (regionId: string): Promise<InitialData<T>> =>
    initialData(list(regionId, await pageUser()));
}

/** The asked page of a gateway's connections, and for its drawing the worst of all, and those that are up if asked to. */
export async function firstConnections(scope: GatewayScope, asked: ListPageParameters) {
  const user = await pageUser();
  const ask = (question: ListParameters) =>
    initialData(listVpnConnections(scope.regionId, question, user));
  const [page, all, up] = await Promise.all([
    ask(questionOf(scope, listParametersOf(asked))),
    ask(overviewOf(scope)),
    asked.open.includes(UP_GROUP) ? ask(upOf(scope)) : null,
  ]);
  return { page: await firstRows(scope.of, asked, page), all, up };
}
