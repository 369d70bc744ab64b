import { readFileSync } from "node:fs";
import { join } from "node:path";
import { api, pages } from "@/lib/vpn/hrefs";

const MANIFEST = join(import.meta.dirname, "..", ".next", "app-path-routes-manifest.json");

/** Every page and route of the production build, as Next names them. */
export function builtRoutes(): string[] {
  const manifest: Record<string, string> = JSON.parse(readFileSync(MANIFEST, "utf8"));
  return [...new Set(Object.values(manifest))].toSorted();
}

/** An address of each route, for a region and an open panel. A new route must be added here. */
export function addressesOf(regionId: string, open: string[]): Record<string, string[]> {
  const list = pages.vpnConnections(regionId, { pageSize: 50, open });
  return {
    "/": ["/"],
    "/[...path]": ["/no/such/page"],
    "/_global-error": ["/_global-error"],
    "/_not-found": ["/_not-found"],
    "/api/[[...path]]": ["/api", "/api/no/such/route"],
    "/api/health": ["/api/health"],
    "/api/regions": [api.regions],
    "/api/regions/[regionId]/vpn-connections": [
      api.vpnConnections(regionId, { pageSize: 50 }),
      `${api.vpnConnections(regionId)}?pageSize=0`,
      api.vpnConnections("no-such-region"),
    ],
    "/icon.svg": ["/icon.svg"],
    "/regions/[regionId]/vpn-connections": [list, pages.vpnConnections("no-such-region")],
  };
}
