import { createLoader, parseAsNativeArrayOf, parseAsStringLiteral } from "nuqs/server";
import { GATEWAY_COLUMNS, type GatewayColumn } from "@/lib/vpn/gateway-columns";
import type { GatewayOf } from "@/lib/vpn/gateway-list";
import {
  CUSTOMER_GATEWAY_SORT_FIELDS,
  type GatewayPageParameters,
  type GatewayParameters,
  VPN_GATEWAY_SORT_FIELDS,
} from "@/lib/vpn/gateway-parameters";
import type { DownloadFormat } from "@/lib/vpn/list-parameters";
import {
  format,
  type Given,
  MAX_TAGS,
  paging,
  resourceId,
  search,
  tag,
  trimmed,
  wait,
} from "@/lib/vpn/search-params";
import { apiColumns, pageColumns } from "@/lib/vpn/search-params-columns";
import {
  type AnyParser,
  firstObjection,
  type Repeatable,
  type StrictlyRead,
} from "@/lib/vpn/strict-parameters";
import { VERDICTS } from "@/lib/vpn/types";

const verdict = parseAsStringLiteral(VERDICTS);
const sortBy = <Field extends string>(fields: readonly Field[]) =>
  parseAsStringLiteral(fields.flatMap((field) => [field, `-${field}` as const]));

const shared = { ...paging, q: search, resourceGroupId: resourceId };
const single = {
  vpnGateway: { ...shared, vpcId: resourceId, sort: sortBy(VPN_GATEWAY_SORT_FIELDS) },
  customerGateway: { ...shared, sort: sortBy(CUSTOMER_GATEWAY_SORT_FIELDS) },
};
const many = { tag: parseAsNativeArrayOf(tag), status: parseAsNativeArrayOf(verdict) };
const repeatable: Repeatable = new Map([
  ["tag", { item: tag, max: MAX_TAGS }],
  ["status", { item: verdict, max: VERDICTS.length }],
]);
/** The status of a connection may also be a word of the API. */
const RULES = new Map([["status", "verdict"]]);

const ofPage = {
  vpnGateway: pageColumns<GatewayColumn>(GATEWAY_COLUMNS.vpnGateway),
  customerGateway: pageColumns<GatewayColumn>(GATEWAY_COLUMNS.customerGateway),
};
const ofApi = {
  vpnGateway: apiColumns<GatewayColumn>(GATEWAY_COLUMNS.vpnGateway),
  customerGateway: apiColumns<GatewayColumn>(GATEWAY_COLUMNS.customerGateway),
};

const loadPage = {
  vpnGateway: createLoader({ ...single.vpnGateway, ...many, columns: ofPage.vpnGateway }),
  customerGateway: createLoader({
    ...single.customerGateway,
    ...many,
    columns: ofPage.customerGateway,
  }),
};
const load = {
  vpnGateway: createLoader({
    ...single.vpnGateway,
    ...many,
    columns: ofApi.vpnGateway,
    format,
    wait,
  }),
  customerGateway: createLoader({
    ...single.customerGateway,
    ...many,
    columns: ofApi.customerGateway,
    format,
    wait,
  }),
};

/** The page of a list of gateways: nonsense in its URL falls back to the default. */
export function readGatewaysPage(of: GatewayOf, searchParams: Given): GatewayPageParameters {
  const { columns, ...read } = loadPage[of](trimmed(searchParams));
  return { ...withoutRepeats({ vpcId: null, ...read }), columns };
}

export type ApiGateways = {
  list: GatewayParameters;
  /** What of each gateway is asked for; null is all of it. */
  columns: GatewayColumn[] | null;
  format: DownloadFormat | null;
  waitSeconds: number;
};

/** The API's list of gateways, of one region or of all, which can wait for them: nothing is guessed. */
export function gatewaysReader(of: GatewayOf, isOfAllRegions: boolean) {
  const known = { ...single[of], columns: ofApi[of], format, ...(isOfAllRegions && { wait }) };
  const parsers = new Map<string, AnyParser>(Object.entries(known));
  return (searchParams: URLSearchParams): StrictlyRead<ApiGateways> => {
    const objection = firstObjection(searchParams, parsers, repeatable, RULES);
    if (objection !== null) return objection;
    const { columns, format: asked, wait: waitSeconds, ...read } = load[of](searchParams);
    const list = withoutRepeats({ vpcId: null, ...read });
    return { ok: true, parameters: { list, columns, format: asked, waitSeconds } };
  };
}

function withoutRepeats(read: GatewayParameters): GatewayParameters {
  return {
    ...read,
    tag: [...new Set(read.tag)].slice(0, MAX_TAGS),
    status: [...new Set(read.status)],
  };
}
