import { api, pages } from "@/lib/vpn/hrefs";

/** Of lists of gateways: each way to ask once, of one kind or the other. */
export function gatewayAddresses(regionId: string, pageSize: number): Record<string, string[]> {
  return {
    "/vpn-gateways": [pages.gateways("vpnGateway", null, { pageSize })],
    "/customer-gateways": [pages.gateways("customerGateway", null, { pageNumber: 99 })],
    "/regions/[regionId]/vpn-gateways": [pages.vpnGateways(regionId)],
    "/regions/[regionId]/customer-gateways": [
      pages.gateways("customerGateway", regionId, { pageSize, status: ["down", "up"] }),
    ],
    "/api/vpn-gateways": [
      api.gateways("vpnGateway", null, { pageSize: 50 }),
      api.downloadGateways("vpnGateway", null, {}, "csv"),
    ],
    "/api/customer-gateways": [
      api.gateways("customerGateway", null, { q: "a", sort: "-asn" }),
      api.downloadGateways("customerGateway", null, {}, "json"),
    ],
    "/api/regions/[regionId]/vpn-gateways": [
      api.gateways("vpnGateway", regionId),
      api.downloadGateways("vpnGateway", regionId, { columns: ["name"] }, "csv"),
      api.gateways("vpnGateway", "no-such-region"),
    ],
    "/api/regions/[regionId]/customer-gateways": [
      api.gateways("customerGateway", regionId, { pageSize: 50 }),
      `${api.gateways("customerGateway", regionId)}?status=exploded`,
    ],
  };
}
