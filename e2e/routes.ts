import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gatewayAddresses } from "@/e2e/gateway-addresses";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import { NO_FINDING_PARAMETERS } from "@/lib/vpn/findings/parameters";
import { api, pages } from "@/lib/vpn/hrefs";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";

const MANIFEST = join(import.meta.dirname, "..", ".next", "app-path-routes-manifest.json");

/** Every page and route of the production build, as Next names them. */
export function builtRoutes(): string[] {
  const manifest: Record<string, string> = JSON.parse(readFileSync(MANIFEST, "utf8"));
  return [...new Set(Object.values(manifest))].toSorted();
}

/** The files of public/, by their addresses. */
export const PUBLIC_FILES = readdirSync(join(import.meta.dirname, "..", "public")).map(
  (name) => `/${name}`,
);

/** What there is in a region to make addresses of: ids that exist, or none. */
export type Ids = {
  /** How many connections lists hold, and which of their panels are open. */
  rows: number;
  open: string[];
  vpnGatewayId: string;
  customerGatewayId: string;
};

/** An address of each route. A new route must be added here. */
export function addressesOf(regionId: string, ids: Ids): Record<string, string[]> {
  const { rows: pageSize, open, vpnGatewayId, customerGatewayId } = ids;
  const list = pages.vpnConnections(regionId, { pageSize, open });
  const [vpnConnectionId = "vco-nothing", another = "vco-another"] = open;
  const whole = { ...NO_PARAMETERS, open: [] };
  return {
    "/": [pages.home, pages.wall],
    "/vpn-connections": [
      pages.vpnConnections(null, { pageSize, open }),
      pages.vpnConnections(null, { status: ["down"], pageNumber: 99 }),
    ],
    ...gatewayAddresses(regionId, pageSize),
    "/events": [
      pages.events({ pageSize: 20 }),
      pages.events({ regionId, vpnGatewayId, kind: ["down", "config_changed"] }),
      pages.events({ regionId, customerGatewayId, since: 1, pageNumber: 99 }),
    ],
    "/findings": [
      pages.findings({ pageSize: 20 }),
      pages.findings({ regionId, by: "connection", severity: ["critical", "high"] }),
      pages.findings({ regionId, vpnConnectionId, q: "psk", pageNumber: 99 }),
    ],
    "/subnets": [
      pages.subnets({ pageSize: 20 }),
      pages.subnets({ regionId, vpnGatewayId, q: "10.0.0.0/8", overlap: "any" }),
      pages.subnets({ customerGatewayId, pageNumber: 99 }),
    ],
    "/[...path]": ["/no/such/page"],
    "/_global-error": ["/_global-error"],
    "/_not-found": ["/_not-found"],
    "/api/[[...path]]": ["/api", "/api/no/such/route"],
    "/api/preferences": [api.preferences],
    "/api/auth/callback": [api.signInCallback],
    "/api/auth/sign-in": [api.signIn()],
    "/api/auth/sign-out": [api.signOut],
    "/api/overview": [api.overview, `${api.overview}?x=1`],
    "/api/vpn-connections": [
      api.vpnConnections(null, { pageSize: 50 }),
      `${api.vpnConnections(null)}?pageSize=0`,
      `${api.vpnConnections(null)}?q=hz&sort=-verdict`,
      api.download(null, whole, "csv"),
      api.download(null, whole, "json"),
    ],
    "/api/events": [
      api.events({ pageSize: 50 }),
      api.events({ regionId, vpnConnectionId }),
      `${api.events()}?kind=exploded`,
      api.downloadEvents({ ...NO_EVENT_PARAMETERS, regionId }, "csv"),
      api.downloadEvents({ ...NO_EVENT_PARAMETERS, vpnGatewayId }, "json"),
    ],
    "/api/findings": [
      api.findings({ pageSize: 20 }),
      api.findings({ regionId, vpnGatewayId, rule: ["psk-short", "psk-trivial", "psk-reused"] }),
      `${api.findings()}?rule=rot13`,
      api.downloadFindings({ ...NO_FINDING_PARAMETERS, regionId, customerGatewayId }, "csv"),
      api.downloadFindings({ ...NO_FINDING_PARAMETERS, regionId, vpnConnectionId }, "json"),
    ],
    "/api/subnets": [
      api.subnets(),
      api.subnets({ regionId, vpnGatewayId, q: "10.0.0.1" }),
      `${api.subnets()}?q=berlin`,
      api.downloadSubnets({ customerGatewayId }, "csv"),
      api.downloadSubnets({ regionId }, "json"),
    ],
    "/api/health": ["/api/health"],
    "/api/regions": [api.regions],
    "/api/regions/[regionId]/vpn-connections": [
      api.vpnConnections(regionId, { pageSize: 50 }),
      `${api.vpnConnections(regionId)}?pageSize=0`,
      `${api.vpnConnections(regionId, { pageSize: 50 })}&sort=name`,
      api.download(regionId, whole, "csv"),
      api.download(regionId, whole, "json"),
      api.vpnConnections("no-such-region"),
    ],
    "/api/regions/[regionId]/vpn-connections/[vpnConnectionId]": [
      api.vpnConnection(regionId, vpnConnectionId),
      api.vpnConnection(regionId, "vco-nothing"),
    ],
    "/api/regions/[regionId]/vpn-connections/[vpnConnectionId]/history": [
      api.history(regionId, vpnConnectionId, "90d"),
      api.history(regionId, "vco-nothing", "24h"),
      `${api.history(regionId, vpnConnectionId, "24h")}?range=ever`,
    ],
    "/api/regions/[regionId]/vpn-connections/[vpnConnectionId]/peer-config": [
      api.peerConfig(regionId, vpnConnectionId, "strongswan"),
      api.peerConfigFile(regionId, vpnConnectionId, "strongswan", 1),
      api.peerConfig(regionId, "vco-nothing", "strongswan"),
      `${api.peerConfig(regionId, vpnConnectionId, "strongswan")}&format=csv`,
    ],
    "/api/regions/[regionId]/vpn-connections/[vpnConnectionId]/compare": [
      api.compare(regionId, vpnConnectionId, { with: another }),
      api.compare(regionId, vpnConnectionId),
      api.compare(regionId, vpnConnectionId, { with: another, withRegionId: "no-such-region" }),
      `${api.compare(regionId, vpnConnectionId)}?with=%01`,
    ],
    "/api/regions/[regionId]/vpn-connections/[vpnConnectionId]/logs": [
      api.logs(regionId, vpnConnectionId),
      api.logs(regionId, "vco-nothing"),
      `${api.logs(regionId, vpnConnectionId)}?minutes=11`,
      api.logs(regionId, vpnConnectionId, { until: 1 }),
    ],
    "/api/regions/[regionId]/vpn-gateways/[vpnGatewayId]": [
      api.vpnGateway(regionId, vpnGatewayId),
      api.vpnGateway(regionId, "vpn-nothing"),
    ],
    "/api/regions/[regionId]/customer-gateways/[customerGatewayId]": [
      api.customerGateway(regionId, customerGatewayId),
      api.customerGateway(regionId, "cgw-nothing"),
    ],
    "/metrics": [api.metrics, `${api.metrics}?x=1`],
    "/go/[id]": [pages.go(vpnConnectionId), pages.go(vpnGatewayId), pages.go("cgw-nothing")],
    "/search": [pages.search("nothing is called so"), pages.search()],
    "/sign-in": [pages.signIn()],
    "/regions/[regionId]/vpn-connections": [list, pages.vpnConnections("no-such-region")],
    "/regions/[regionId]/vpn-connections/[vpnConnectionId]": [
      pages.vpnConnection(regionId, vpnConnectionId),
      pages.vpnConnection(regionId, "vco-nothing"),
    ],
    "/regions/[regionId]/vpn-connections/[vpnConnectionId]/peer-config": [
      pages.peerConfig(regionId, vpnConnectionId, "strongswan"),
      pages.peerConfig(regionId, "vco-nothing", null),
    ],
    "/regions/[regionId]/vpn-connections/[vpnConnectionId]/compare": [
      pages.compare(regionId, vpnConnectionId, { with: another }),
      pages.compare(regionId, vpnConnectionId),
      pages.compare(regionId, "vco-nothing"),
    ],
    "/regions/[regionId]/vpn-connections/[vpnConnectionId]/logs": [
      pages.logs(regionId, vpnConnectionId),
      pages.logs(regionId, "vco-nothing"),
    ],
    "/regions/[regionId]/vpn-gateways/[vpnGatewayId]": [
      pages.vpnGateway(regionId, vpnGatewayId),
      pages.vpnGateway(regionId, "vpn-nothing"),
    ],
    "/regions/[regionId]/customer-gateways/[customerGatewayId]": [
      pages.customerGateway(regionId, customerGatewayId),
      pages.customerGateway(regionId, "cgw-nothing"),
    ],
  };
}
