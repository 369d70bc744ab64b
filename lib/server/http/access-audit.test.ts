import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accessAuditOf as lookOfServed, servedAs } from "@/lib/server/http/access-audit";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";

const accessAuditOf = (address: string) => lookOfServed(servedAs(address));

describe("what somebody looks at", () => {
  it.each([
    ["/", {}],
    ["/vpn-connections", {}],
    ["/regions/eu-central-1/vpn-connections", { regionId: "eu-central-1" }],
    [
      "/regions/eu-central-1/vpn-connections/vco-1",
      { regionId: "eu-central-1", vpnConnectionId: "vco-1" },
    ],
    [
      "/regions/eu-central-1/vpn-gateways/vpn-1?pageNumber=2",
      { regionId: "eu-central-1", vpnGatewayId: "vpn-1" },
    ],
    [
      "/regions/eu-central-1/customer-gateways/cgw-1",
      { regionId: "eu-central-1", customerGatewayId: "cgw-1" },
    ],
    ["/regions/eu-central-1/new-things/x-1", { regionId: "eu-central-1", id: "x-1" }],
    ["/go/vco-1", { id: "vco-1" }],
    ["/go/%20vco-1%20", { id: "vco-1" }],
    [
      "/vpn-connections?open=vco-1&open=vco-2&vpnGatewayId=vpn-1&customerGatewayId=cgw-1&vpnConnectionId=vco-3&resourceGroupId=rg-1",
      {
        open: ["vco-1", "vco-2"],
        vpnGatewayId: ["vpn-1"],
        customerGatewayId: ["cgw-1"],
        vpnConnectionId: ["vco-3"],
        resourceGroupId: ["rg-1"],
      },
    ],
    [
      "/events?regionId=eu-central-1&vpnGatewayId=vpn-1&kind=down",
      { regionId: ["eu-central-1"], vpnGatewayId: ["vpn-1"] },
    ],
    [
      "/regions/eu-central-1/vpn-gateways/vpn-1?regionId=cn-beijing&vpnGatewayId=vpn-2",
      { regionId: "eu-central-1", vpnGatewayId: "vpn-1" },
    ],
    [
      "/regions/eu-central-1/vpn-connections/vco-1/logs?tunnelId=tun-1&minutes=3&until=7",
      { regionId: "eu-central-1", vpnConnectionId: "vco-1", tunnelId: ["tun-1"] },
    ],
    // A page has no files.
    ["/vpn-connections?format=csv", {}],
    ["/apis", {}],
    ["/sign-internal", {}],
  ])("on the page %s", (address, resources) => {
    expect(accessAuditOf(address)).toEqual({ event: "view", resources });
  });

  it.each([
    [
      "/api/regions/cn-beijing/vpn-connections/vco-1/peer-config?vendor=vyos&format=text",
      { regionId: "cn-beijing", vpnConnectionId: "vco-1" },
    ],
    ["/api/vpn-connections?format=json", {}],
    ["/api/events?format=csv&regionId=eu-central-1", { regionId: ["eu-central-1"] }],
    [
      "/api/regions/eu-central-1/vpn-connections?q=hunter2&format=csv",
      { regionId: "eu-central-1" },
    ],
    [
      "/api/regions/eu-central-1/vpn-connections?format=csv&vpnGatewayId=vpn-1",
      { regionId: "eu-central-1", vpnGatewayId: ["vpn-1"] },
    ],
  ])("in the file %s", (address, resources) => {
    expect(accessAuditOf(address)).toEqual({ event: "export", resources });
  });

  it.each([
    ["/api", {}],
    ["/api/overview", {}],
    ["/metrics", {}],
    ["/api/regions/eu-central-1/vpn-connections", { regionId: "eu-central-1" }],
    [
      "/api/regions/eu-central-1/vpn-connections/%76co-1?format=xml",
      { regionId: "eu-central-1", vpnConnectionId: "vco-1" },
    ],
  ])("in the data of %s", (address, resources) => {
    expect(accessAuditOf(address)).toEqual({ event: "data", resources });
  });

  it("in the form of a page that the router asks for", () => {
    const resources = { regionId: "cn-hangzhou", vpnConnectionId: "vco-1" };
    const address = "/regions/%63n-hangzhou/vpn-connections/vco-1.rsc";
    expect(accessAuditOf(address)).toEqual({ event: "view", resources });
  });

  it.each([
    "/_next/static/chunks/x.js",
    "/api/health",
    "/api/auth/sign-in",
    "/api/preferences",
    "/sign-in?returnTo=/go/vco-1",
    "/sign-in",
    "/icon.svg",
  ])("is nothing of the account in %s", (address) => expect(accessAuditOf(address)).toBeNull());
});

describe("of what a user has typed", () => {
  it.each([
    "/vpn-connections?q=hunter2&tag=hunter2:hunter2&sort=hunter2&status=hunter2&x=hunter2",
    "/vpn-connections?open=hunter2%20hunter2&vpnGatewayId=hunter2/",
    "/vpn-connections?hunter2",
    "/vpn-connections?vpnGatewayId%20=hunter2",
    "/regions/hunter2%20hunter2/vpn-connections/hunter2%2F",
    "/go/hunter2%20x",
    "/hunter2/hunter2",
    "/regions/eu/hunter2",
    "/vpn-connections#hunter2",
    "//hunter2/",
    "/api/vpn-connections?format=csv&q=hunter2",
  ])("nothing is left but ids: %s", (address) => {
    expect(JSON.stringify(accessAuditOf(address))).not.toContain("hunter2");
  });

  it("there are never more than fifty of a kind", () => {
    const query = Array.from({ length: 80 }, (_, index) => `open=vco-${index}`).join("&");
    expect(accessAuditOf(`/vpn-connections?${query}`)?.resources.open).toHaveLength(50);
  });

  it("whatever it is, nothing but ids is noted", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("q", "open", "vpnGatewayId", "a b", "vco-1"),
    );
    const query = fc.array(fc.tuple(text, text), { maxLength: 5 });
    const path = fc.array(
      fc.oneof(text, fc.constantFrom("regions", "go", "api", "vpn-connections")),
      { maxLength: 5 },
    );
    const property = fc.property(path, query, (steps, pairs) => {
      const pathname = steps.map(encodeURIComponent).join("/");
      const look = accessAuditOf(`/${pathname}?${new URLSearchParams(pairs).toString()}`);
      for (const id of Object.values(look?.resources ?? {}).flat()) {
        expect(id).toMatch(RESOURCE_ID);
      }
    });
    fc.assert(property, { numRuns: 500 });
  });
});
