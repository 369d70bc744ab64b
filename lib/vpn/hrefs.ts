import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import type { EventParameters } from "@/lib/vpn/events";
import { anchorOfPath } from "@/lib/vpn/findings/field-anchors";
import {
  type FindingPageParameters,
  type FindingParameters,
  NO_FINDING_PARAMETERS,
} from "@/lib/vpn/findings/parameters";
import { DEFAULT_RANGE, type Range } from "@/lib/vpn/history";
import type { GatewayOf } from "@/lib/vpn/gateway-list";
import { type GatewayPageParameters, NO_GATEWAY_PARAMETERS } from "@/lib/vpn/gateway-parameters";
import type { IdKind } from "@/lib/vpn/id-lookup";
import {
  type DownloadFormat,
  type ListLinkParameters,
  type ListPageParameters,
  NO_PARAMETERS,
} from "@/lib/vpn/list-parameters";
import { isOfGateway, type ListScope, regionOf } from "@/lib/vpn/list-scope";
import { TEXT_FORMAT } from "@/lib/vpn/peer-config/answer";
import type { Vendor } from "@/lib/vpn/peer-config/vendors";
import { type ComparedWith, NOT_COMPARED } from "@/lib/vpn/compared-with";
import { LATEST_LOGS, type LogQuestion } from "@/lib/vpn/logs/connection-logs";
import type { SignInReason } from "@/lib/vpn/sign-in-reason";
import { fileQuery, queryString, queryStringOf } from "@/lib/vpn/query-string";
import { NO_SUBNET_PARAMETERS, type SubnetParameters } from "@/lib/vpn/subnet-list";

/** Every address of the app is made here: pages in `pages`, their data in `api`. */
const region = (regionId: string) => `/regions/${encodeURIComponent(regionId)}` as const;
/** Of one region, or of all. */
const within = (regionId: string | null) => (regionId === null ? ("" as const) : region(regionId));
const LIST = "/vpn-connections" as const;
const VPN_GATEWAYS = "/vpn-gateways" as const;
const CUSTOMER_GATEWAYS = "/customer-gateways" as const;
const EVENTS = "/events" as const;
const FINDINGS = "/findings" as const;
const SUBNETS = "/subnets" as const;
export const HISTORY_ANCHOR = "history";
const listPath = (regionId: string | null) => `${within(regionId)}${LIST}` as const;
const vpnConnection = (regionId: string, vpnConnectionId: string) =>
  `${region(regionId)}${LIST}/${encodeURIComponent(vpnConnectionId)}` as const;
const peerConfig = (regionId: string, vpnConnectionId: string, vendor: Vendor | null) =>
  `${vpnConnection(regionId, vpnConnectionId)}/peer-config${vendor === null ? "" : (`?vendor=${vendor}` as const)}` as const;
const logs = (regionId: string, vpnConnectionId: string, question: Partial<LogQuestion> = {}) =>
  `${vpnConnection(regionId, vpnConnectionId)}/logs${queryString(question, LATEST_LOGS)}` as const;
const vpnGateways = (regionId: string | null) => `${within(regionId)}${VPN_GATEWAYS}` as const;
const customerGateways = (regionId: string | null) =>
  `${within(regionId)}${CUSTOMER_GATEWAYS}` as const;
const vpnGateway = (regionId: string, vpnGatewayId: string) =>
  `${vpnGateways(regionId)}/${encodeURIComponent(vpnGatewayId)}` as const;
const customerGateway = (regionId: string, customerGatewayId: string) =>
  `${customerGateways(regionId)}/${encodeURIComponent(customerGatewayId)}` as const;
const gatewaysPath = (of: GatewayOf, regionId: string | null) =>
  of === "vpnGateway" ? vpnGateways(regionId) : customerGateways(regionId);
const gateways = (
  of: GatewayOf,
  regionId: string | null,
  parameters: Partial<GatewayPageParameters> = {},
) => `${gatewaysPath(of, regionId)}${queryString(parameters, NO_GATEWAY_PARAMETERS)}` as const;

function pathOf(scope: ListScope) {
  if (!isOfGateway(scope)) return listPath(regionOf(scope));
  return scope.of === "vpnGateway"
    ? vpnGateway(scope.regionId, scope.vpnGatewayId)
    : customerGateway(scope.regionId, scope.customerGatewayId);
}

export const pages = {
  home: "/" as const,
  wall: "/?display=wall" as const,
  /** With where to go on from there, a path of this site, why the user is there, and seconds to wait. */
  signIn: (returnTo: string = "/", reason: SignInReason | null = null, wait = 0) => {
    const search = new URLSearchParams();
    if (returnTo !== "/") search.set("returnTo", returnTo);
    if (reason !== null) search.set("reason", reason);
    if (wait > 0) search.set("wait", String(wait));
    return `/sign-in${queryStringOf(search)}` as const;
  },
  /** The list of a region; of all with null. */
  vpnConnections: (regionId: string | null, parameters: Partial<ListPageParameters> = {}) =>
    `${listPath(regionId)}${queryString(parameters)}` as const,
  vpnConnection: (regionId: string, vpnConnectionId: string, range: Range = DEFAULT_RANGE) =>
    `${vpnConnection(regionId, vpnConnectionId)}${rangeOf(range)}` as const,
  /** The part of a connection's page that tells what it has been through. */
  history: (regionId: string, vpnConnectionId: string, range: Range = DEFAULT_RANGE) =>
    `${vpnConnection(regionId, vpnConnectionId)}${rangeOf(range)}#${HISTORY_ANCHOR}` as const,
  /** A field of a connection, or of one of its tunnels, by its path: the page marks it. */
  connectionField: (
    regionId: string,
    vpnConnectionId: string,
    path: string,
    tunnel: number | null,
  ) => `${vpnConnection(regionId, vpnConnectionId)}#${anchorOfPath(path, tunnel)}` as const,
  /** Without a vendor it is the one that the user has looked at last. */
  peerConfig,
  /** Two connections side by side; with nothing else, the tunnels of one. */
  compare: (regionId: string, vpnConnectionId: string, other: Partial<ComparedWith> = {}) =>
    `${vpnConnection(regionId, vpnConnectionId)}/compare${queryString(other, NOT_COMPARED)}` as const,
  /** Alibaba's log of its negotiations, and diagnosis. */
  logs,
  vpnGateway,
  customerGateway,
  vpnGateways,
  customerGateways,
  allVpnGateways: VPN_GATEWAYS,
  allCustomerGateways: CUSTOMER_GATEWAYS,
  /** A list of gateways; over all regions with null. */
  gateways,
  findings: (parameters: Partial<FindingPageParameters> = {}) =>
    `${FINDINGS}${queryString(parameters, NO_FINDING_PARAMETERS)}` as const,
  events: (parameters: Partial<EventParameters> = {}) =>
    `${EVENTS}${queryString(parameters, NO_EVENT_PARAMETERS)}` as const,
  subnets: (parameters: Partial<SubnetParameters> = {}) =>
    `${SUBNETS}${queryString(parameters, NO_SUBNET_PARAMETERS)}` as const,
  /** The page of one thing. */
  of: (kind: IdKind, regionId: string, id: string) =>
    ({ vpnConnection, vpnGateway, customerGateway })[kind](regionId, id),
  /** Finds the region of an id. */
  go: (id: string) => `/go/${encodeURIComponent(id)}` as const,
  /** Leads to the one thing that a text means, else to the list of what it finds; a form sends it. */
  search: (text: string | null = null) =>
    `/search${queryStringOf(new URLSearchParams(text === null ? {} : { q: text }))}` as const,
  /** The page a list stands on. */
  list: (scope: ListScope, parameters: Partial<ListPageParameters> = {}) =>
    `${pathOf(scope)}${queryString(parameters)}` as const,
};

/** Whether a path is of the page whose vendor is remembered. */
export function isPeerConfigPage(path: string): boolean {
  return /^\/regions\/[^/]+\/vpn-connections\/[^/]+\/peer-config$/.test(path);
}

/** Whether a path is of data, not of a page. */
export function isApiPath(path: string): boolean {
  return /^\/api(\/|$)/.test(path) || path === api.metrics;
}

export const api = {
  /** Where Prometheus looks for it unless told otherwise. */
  metrics: "/metrics" as const,
  regions: "/api/regions" as const,
  preferences: "/api/preferences" as const,
  overview: "/api/overview" as const,
  /** A form with a password posts to it; a link to it leads to the identity provider. */
  signIn: (returnTo: string = "/") =>
    `/api/auth/sign-in${queryStringOf(new URLSearchParams(returnTo === "/" ? {} : { returnTo }))}` as const,
  /** Where the identity provider sends the user back to. */
  signInCallback: "/api/auth/callback" as const,
  signOut: "/api/auth/sign-out" as const,
  vpnConnections: (regionId: string | null, parameters: Partial<ListLinkParameters> = {}) =>
    `/api${listPath(regionId)}${queryString({ ...parameters, open: [] })}` as const,
  vpnConnection: (...asked: Parameters<typeof vpnConnection>) =>
    `/api${vpnConnection(...asked)}` as const,
  history: (regionId: string, vpnConnectionId: string, range: Range) =>
    `/api${vpnConnection(regionId, vpnConnectionId)}/history${rangeOf(range)}` as const,
  peerConfig: (regionId: string, vpnConnectionId: string, vendor: Vendor) =>
    `/api${peerConfig(regionId, vpnConnectionId, vendor)}` as const,
  /** One of its files, counted from 1, to save. */
  peerConfigFile: (regionId: string, vpnConnectionId: string, vendor: Vendor, file: number) =>
    `/api${peerConfig(regionId, vpnConnectionId, vendor)}&format=${TEXT_FORMAT}${file === 1 ? "" : (`&file=${file}` as const)}` as const,
  compare: (regionId: string, vpnConnectionId: string, other: Partial<ComparedWith> = {}) =>
    `/api${vpnConnection(regionId, vpnConnectionId)}/compare${queryString(other, NOT_COMPARED)}` as const,
  logs: (...asked: Parameters<typeof logs>) => `/api${logs(...asked)}` as const,
  events: (parameters: Partial<EventParameters> = {}) =>
    `/api${EVENTS}${queryString(parameters, NO_EVENT_PARAMETERS)}` as const,
  downloadEvents: (parameters: EventParameters, format: DownloadFormat) =>
    file(EVENTS, parameters, NO_EVENT_PARAMETERS, format),
  findings: (parameters: Partial<FindingParameters> = {}) =>
    `/api${FINDINGS}${queryString({ ...parameters, by: NO_FINDING_PARAMETERS.by }, NO_FINDING_PARAMETERS)}` as const,
  downloadFindings: (parameters: FindingParameters, format: DownloadFormat) =>
    file(FINDINGS, parameters, NO_FINDING_PARAMETERS, format),
  subnets: (parameters: Partial<SubnetParameters> = {}) =>
    `/api${SUBNETS}${queryString(parameters, NO_SUBNET_PARAMETERS)}` as const,
  downloadSubnets: (parameters: Partial<SubnetParameters>, format: DownloadFormat) =>
    file(SUBNETS, parameters, NO_SUBNET_PARAMETERS, format),
  gateways: (...asked: Parameters<typeof gateways>) => `/api${gateways(...asked)}` as const,
  downloadGateways: (
    of: GatewayOf,
    regionId: string | null,
    parameters: Partial<GatewayPageParameters>,
    format: DownloadFormat,
  ) => file(gatewaysPath(of, regionId), parameters, NO_GATEWAY_PARAMETERS, format),
  vpnGateway: (...asked: Parameters<typeof vpnGateway>) => `/api${vpnGateway(...asked)}` as const,
  customerGateway: (...asked: Parameters<typeof customerGateway>) =>
    `/api${customerGateway(...asked)}` as const,
  download: (regionId: string | null, parameters: ListLinkParameters, format: DownloadFormat) =>
    file(listPath(regionId), parameters, NO_PARAMETERS, format),
};

/** A whole list as a file. */
const file = (
  path: string,
  parameters: Partial<Record<string, unknown>>,
  defaults: Record<string, unknown>,
  format: DownloadFormat,
) => `/api${path}${fileQuery(parameters, defaults, format)}` as const;

const rangeOf = (range: Range) => (range === DEFAULT_RANGE ? "" : (`?range=${range}` as const));
