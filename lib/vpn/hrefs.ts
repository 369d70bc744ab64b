import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import type { EventParameters } from "@/lib/vpn/events";
import { anchorOfPath } from "@/lib/vpn/findings/field-anchors";
import {
  type FindingPageParameters,
  type FindingParameters,
  NO_FINDING_PARAMETERS,
} from "@/lib/vpn/findings/parameters";
import { DEFAULT_RANGE, type Range } from "@/lib/vpn/history";
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
import { queryStringOf } from "@/lib/vpn/query-string";
import { NO_SUBNET_PARAMETERS, type SubnetParameters } from "@/lib/vpn/subnet-list";

/** Every address of the app is made here: pages in `pages`, their data in `api`. */
const region = (regionId: string) => `/regions/${encodeURIComponent(regionId)}` as const;
const LIST = "/vpn-connections" as const;
const EVENTS = "/events" as const;
const FINDINGS = "/findings" as const;
const SUBNETS = "/subnets" as const;
/** The id of that part of a page. */
export const HISTORY_ANCHOR = "history";
/** Of one region, or of all. */
const listPath = (regionId: string | null) =>
  regionId === null ? LIST : (`${region(regionId)}${LIST}` as const);
const vpnConnection = (regionId: string, vpnConnectionId: string) =>
  `${region(regionId)}${LIST}/${encodeURIComponent(vpnConnectionId)}` as const;
const peerConfig = (regionId: string, vpnConnectionId: string, vendor: Vendor | null) =>
  `${vpnConnection(regionId, vpnConnectionId)}/peer-config${vendor === null ? "" : (`?vendor=${vendor}` as const)}` as const;
const logs = (regionId: string, vpnConnectionId: string, question: Partial<LogQuestion>) =>
  `${vpnConnection(regionId, vpnConnectionId)}/logs${queryString(question, LATEST_LOGS)}` as const;
const vpnGateway = (regionId: string, vpnGatewayId: string) =>
  `${region(regionId)}/vpn-gateways/${encodeURIComponent(vpnGatewayId)}` as const;
const customerGateway = (regionId: string, customerGatewayId: string) =>
  `${region(regionId)}/customer-gateways/${encodeURIComponent(customerGatewayId)}` as const;

function pathOf(scope: ListScope) {
  if (!isOfGateway(scope)) return listPath(regionOf(scope));
  return scope.of === "vpnGateway"
    ? vpnGateway(scope.regionId, scope.vpnGatewayId)
    : customerGateway(scope.regionId, scope.customerGatewayId);
}

export const pages = {
  home: "/" as const,
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
  logs: (regionId: string, vpnConnectionId: string, question: Partial<LogQuestion> = {}) =>
    logs(regionId, vpnConnectionId, question),
  vpnGateway,
  customerGateway,
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
  vpnConnection: (regionId: string, vpnConnectionId: string) =>
    `/api${vpnConnection(regionId, vpnConnectionId)}` as const,
  history: (regionId: string, vpnConnectionId: string, range: Range) =>
    `/api${vpnConnection(regionId, vpnConnectionId)}/history${rangeOf(range)}` as const,
  peerConfig: (regionId: string, vpnConnectionId: string, vendor: Vendor) =>
    `/api${peerConfig(regionId, vpnConnectionId, vendor)}` as const,
  /** One of its files, counted from 1, to save. */
  peerConfigFile: (regionId: string, vpnConnectionId: string, vendor: Vendor, file: number) =>
    `/api${peerConfig(regionId, vpnConnectionId, vendor)}&format=${TEXT_FORMAT}${file === 1 ? "" : (`&file=${file}` as const)}` as const,
  compare: (regionId: string, vpnConnectionId: string, other: Partial<ComparedWith> = {}) =>
    `/api${vpnConnection(regionId, vpnConnectionId)}/compare${queryString(other, NOT_COMPARED)}` as const,
  logs: (regionId: string, vpnConnectionId: string, question: Partial<LogQuestion> = {}) =>
    `/api${logs(regionId, vpnConnectionId, question)}` as const,
  events: (parameters: Partial<EventParameters> = {}) =>
    `/api${EVENTS}${queryString(parameters, NO_EVENT_PARAMETERS)}` as const,
  /** All that these find as a file: its page does not matter. */
  downloadEvents: (parameters: EventParameters, format: DownloadFormat) => {
    const { pageNumber, pageSize } = NO_EVENT_PARAMETERS;
    const asked = { ...parameters, pageNumber, pageSize };
    return `/api${EVENTS}${queryString(asked, NO_EVENT_PARAMETERS, [["format", format]])}` as const;
  },
  findings: (parameters: Partial<FindingParameters> = {}) =>
    `/api${FINDINGS}${queryString({ ...parameters, by: NO_FINDING_PARAMETERS.by }, NO_FINDING_PARAMETERS)}` as const,
  /** All that these find as a file: its page does not matter. */
  downloadFindings: (parameters: FindingParameters, format: DownloadFormat) => {
    const { pageNumber, pageSize, by } = NO_FINDING_PARAMETERS;
    const asked = { ...parameters, pageNumber, pageSize, by };
    return `/api${FINDINGS}${queryString(asked, NO_FINDING_PARAMETERS, [["format", format]])}` as const;
  },
  subnets: (parameters: Partial<SubnetParameters> = {}) =>
    `/api${SUBNETS}${queryString(parameters, NO_SUBNET_PARAMETERS)}` as const,
  /** All that these find as a file: its page does not matter. */
  downloadSubnets: (parameters: Partial<SubnetParameters>, format: DownloadFormat) => {
    const { pageNumber, pageSize } = NO_SUBNET_PARAMETERS;
    const asked = { ...parameters, pageNumber, pageSize };
    return `/api${SUBNETS}${queryString(asked, NO_SUBNET_PARAMETERS, [["format", format]])}` as const;
  },
  vpnGateway: (regionId: string, vpnGatewayId: string) =>
    `/api${vpnGateway(regionId, vpnGatewayId)}` as const,
  customerGateway: (regionId: string, customerGatewayId: string) =>
    `/api${customerGateway(regionId, customerGatewayId)}` as const,
  /** The whole list as a file: its page does not matter. */
  download: (regionId: string | null, parameters: ListLinkParameters, format: DownloadFormat) =>
    `/api${listPath(regionId)}${queryString({ ...parameters, ...UNPAGED }, NO_PARAMETERS, [["format", format]])}` as const,
};

const UNPAGED = {
  pageNumber: NO_PARAMETERS.pageNumber,
  pageSize: NO_PARAMETERS.pageSize,
  open: [],
};

const rangeOf = (range: Range) => (range === DEFAULT_RANGE ? "" : (`?range=${range}` as const));

/** With the defaults left out. */
function queryString(
  parameters: Partial<Record<string, unknown>>,
  defaults: Record<string, unknown> = NO_PARAMETERS,
  more: [string, string][] = [],
): "" | `?${string}` {
  const search = new URLSearchParams(
    Object.entries(defaults).flatMap(([name, absent]) => {
      const value = parameters[name] ?? absent;
      if (value === absent) return [];
      const values: unknown[] = Array.isArray(value) && name !== "columns" ? value : [value];
      return values.map((one): [string, string] => [name, String(one)]);
    }),
  );
  for (const [name, value] of more) search.append(name, value);
  return queryStringOf(search);
}
