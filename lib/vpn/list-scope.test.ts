import { describe, expect, it } from "vitest";
import { pages } from "@/lib/vpn/hrefs";
import { listParametersOf, NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import { overviewOf, questionOf } from "@/lib/vpn/list-scope";

const nothing = listParametersOf(NO_PARAMETERS);
const region = { of: "region", regionId: "cn-beijing" } as const;
const gateway = { of: "vpnGateway", regionId: "cn-beijing", vpnGatewayId: "vpn-1" } as const;
const customer = {
  of: "customerGateway",
  regionId: "cn-beijing",
  customerGatewayId: "cgw-1",
} as const;

describe("a list's scope", () => {
  it("adds its own id to what is asked, and only that", () => {
    const parameters = { ...nothing, q: "x", vpnGatewayId: "vpn-other" };
    expect(questionOf(region, parameters)).toEqual(parameters);
    expect(questionOf(gateway, parameters)).toEqual({ ...parameters, vpnGatewayId: "vpn-1" });
    expect(questionOf(customer, parameters)).toEqual({ ...parameters, customerGatewayId: "cgw-1" });
  });

  it("has a page of its own", () => {
    const parameters = { pageNumber: 2, open: ["vco-1"] };
    const query = "?pageNumber=2&open=vco-1";
    expect(pages.list(region, parameters)).toBe(`/regions/cn-beijing/vpn-connections${query}`);
    expect(pages.list(gateway, parameters)).toBe(`/regions/cn-beijing/vpn-gateways/vpn-1${query}`);
    expect(pages.list(customer, parameters)).toBe(
      `/regions/cn-beijing/customer-gateways/cgw-1${query}`,
    );
  });

  it("is seen as a whole by an order that the API upstream does not know", () => {
    expect(overviewOf(gateway)).toEqual({
      ...nothing,
      vpnGatewayId: "vpn-1",
      pageSize: 50,
      sort: "verdict",
    });
  });
});
