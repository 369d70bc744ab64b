import { describe, expect, it } from "vitest";
import { api, pages } from "@/lib/vpn/hrefs";

describe("addresses", () => {
  it("of a page and of its data have one path and their own parameters", () => {
    const parameters = { pageNumber: 2, tag: ["a:b"], open: ["vco-1"] };
    expect(pages.vpnConnections("cn-hangzhou", parameters)).toBe(
      "/regions/cn-hangzhou/vpn-connections?pageNumber=2&tag=a:b&open=vco-1",
    );
    expect(api.vpnConnections("cn-hangzhou", parameters)).toBe(
      "/api/regions/cn-hangzhou/vpn-connections?pageNumber=2&tag=a:b",
    );
  });

  it("without parameters are bare", () => {
    expect(pages.vpnConnections("eu-central-1")).toBe("/regions/eu-central-1/vpn-connections");
    expect(api.vpnConnections("eu-central-1")).toBe("/api/regions/eu-central-1/vpn-connections");
  });

  it.each([
    ["../api", "..%2Fapi"],
    ["a?b#c", "a%3Fb%23c"],
    ["//host", "%2F%2Fhost"],
    ["a b", "a%20b"],
    ["地域", "%E5%9C%B0%E5%9F%9F"],
    ["%2e%2e", "%252e%252e"],
  ])("keep the odd region %j one step of the path", (regionId, encoded) => {
    expect(pages.vpnConnections(regionId)).toBe(`/regions/${encoded}/vpn-connections`);
    expect(api.vpnConnections(regionId)).toBe(`/api/regions/${encoded}/vpn-connections`);
  });
});
