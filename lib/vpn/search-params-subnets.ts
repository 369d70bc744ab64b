import { createLoader, createParser, parseAsStringLiteral } from "nuqs/server";
import { cidrOf } from "@/lib/vpn/cidrs";
import { MAX_PAGE_SIZE } from "@/lib/vpn/paging";
import {
  format,
  type Given,
  integer,
  paging,
  region,
  resourceId,
  trimmed,
  wait,
} from "@/lib/vpn/search-params";
import { type AnyParser, firstObjection, type StrictlyRead } from "@/lib/vpn/strict-parameters";
import {
  type ApiSubnets,
  DEFAULT_SUBNET_PAGE_SIZE,
  OVERLAP_FILTERS,
  type SubnetParameters,
} from "@/lib/vpn/subnet-list";

const network = createParser({
  parse: (text) => (cidrOf(text) === null ? null : text),
  serialize: String,
});

const parameters = {
  pageNumber: paging.pageNumber,
  pageSize: integer(MAX_PAGE_SIZE).withDefault(DEFAULT_SUBNET_PAGE_SIZE),
  q: network,
  regionId: region,
  vpnGatewayId: resourceId,
  customerGatewayId: resourceId,
  overlap: parseAsStringLiteral(OVERLAP_FILTERS),
};
const loadPage = createLoader(parameters);
const load = createLoader({ ...parameters, format, wait });
const single = new Map<string, AnyParser>(Object.entries({ ...parameters, format, wait }));
/** What is typed into a search elsewhere is an address here. */
const RULES = new Map([["q", "network"]]);

/** The page of subnets: nonsense in its URL falls back to the default. */
export function readSubnetsPage(searchParams: Given): SubnetParameters {
  return loadPage(trimmed(searchParams));
}

/** What somebody has typed to look up and is no address; null where there is no such thing. */
export function notAnAddress(searchParams: Given): string | null {
  const [text = ""] = [trimmed(searchParams).q ?? []].flat();
  return text === "" || network.parse(text) !== null ? null : text.slice(0, 100);
}

/** The API's subnets: nothing is guessed. */
export function readSubnets(searchParams: URLSearchParams): StrictlyRead<ApiSubnets> {
  const objection = firstObjection(searchParams, single, new Map(), RULES);
  if (objection !== null) return objection;
  const { format: asked, wait: waitSeconds, ...subnets } = load(searchParams);
  return { ok: true, parameters: { subnets, format: asked, waitSeconds } };
}
