import { describe, expect, it } from "vitest";
import { readListParametersStrictly } from "@/lib/vpn/search-params";

const read = (query: string) => readListParametersStrictly(new URLSearchParams(query));

const repeatedly = (count: number, make: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join("&");

describe("the address of the list's data", () => {
  it("without parameters asks for the first page", () => {
    expect(read("")).toEqual({
      ok: true,
      parameters: {
        pageNumber: 1,
        pageSize: 10,
        vpnGatewayId: null,
        customerGatewayId: null,
        vpnConnectionId: null,
        resourceGroupId: null,
        tunnelMode: null,
        ikeVersion: null,
        q: null,
        sort: null,
        tag: [],
        status: [],
      },
      format: null,
    });
  });

  it("is read whole", () => {
    const query =
      "pageNumber=100000&pageSize=50&vpnGatewayId=vpn-1&customerGatewayId=cgw-1" +
      "&vpnConnectionId=vco-1&resourceGroupId=rg-1&tag=env:prod&tag=url:http://h:1/" +
      "&tunnelMode=dual&ikeVersion=ikev2&q=10.3.7.9&sort=-createTime&status=down&status=ike_sa_established";
    expect(read(query)).toEqual({
      ok: true,
      parameters: {
        pageNumber: 100_000,
        pageSize: 50,
        vpnGatewayId: "vpn-1",
        customerGatewayId: "cgw-1",
        vpnConnectionId: "vco-1",
        resourceGroupId: "rg-1",
        tunnelMode: "dual",
        ikeVersion: "ikev2",
        q: "10.3.7.9",
        sort: "-createTime",
        tag: ["env:prod", "url:http://h:1/"],
        status: ["down", "ike_sa_established"],
      },
      format: null,
    });
  });

  it.each(["csv", "json"] as const)("may ask for a file of %s, which is no filter", (format) => {
    expect(read(`q=site&format=${format}`)).toEqual({ ...read("q=site"), format });
  });

  it.each([
    ["pageSize=1", "pageSize", 1],
    ["pageSize=50", "pageSize", 50],
    ["pageNumber=1", "pageNumber", 1],
    ["vpnGatewayId=vpn-bp1****", "vpnGatewayId", "vpn-bp1****"],
    [`vpnConnectionId=${"x".repeat(100)}`, "vpnConnectionId", "x".repeat(100)],
    ["vpnConnectionId=i-other-prefix", "vpnConnectionId", "i-other-prefix"],
    [`tag=${"k".repeat(64)}:`, "tag", [`${"k".repeat(64)}:`]],
    [`tag=k:${"v".repeat(128)}`, "tag", [`k:${"v".repeat(128)}`]],
    [`tag=${encodeURIComponent(`k:${"🚀".repeat(128)}`)}`, "tag", [`k:${"🚀".repeat(128)}`]],
    ["tag=k%3Aline%0Abreak", "tag", ["k:line\nbreak"]],
  ])("takes %s", (query, name, value) => {
    expect(read(query)).toMatchObject({ ok: true, parameters: { [name]: value } });
  });

  it.each([
    ["pageNumber=0", "pageNumber", "malformed"],
    ["pageNumber=100001", "pageNumber", "malformed"],
    ["pageNumber=-1", "pageNumber", "malformed"],
    ["pageNumber=%2B1", "pageNumber", "malformed"],
    ["pageNumber=1.0", "pageNumber", "malformed"],
    ["pageNumber=", "pageNumber", "malformed"],
    ["pageNumber=0x1", "pageNumber", "malformed"],
    ["pageSize=0", "pageSize", "malformed"],
    ["pageSize=51", "pageSize", "malformed"],
    ["pageSize=ten", "pageSize", "malformed"],
    ["vpnGatewayId=", "vpnGatewayId", "malformed"],
    ["vpnGatewayId=a%20b", "vpnGatewayId", "malformed"],
    ["vpnConnectionId=a%0A", "vpnConnectionId", "malformed"],
    ["customerGatewayId=a%2Fb", "customerGatewayId", "malformed"],
    [`resourceGroupId=${"x".repeat(101)}`, "resourceGroupId", "malformed"],
    ["tag=", "tag", "malformed"],
    ["tag=key", "tag", "malformed"],
    ["tag=:value", "tag", "malformed"],
    ["tag=a:b&tag=bad", "tag", "malformed"],
    [`tag=${"k".repeat(65)}:`, "tag", "malformed"],
    [`tag=k:${"v".repeat(129)}`, "tag", "malformed"],
    ["pageNumber=1&pageNumber=1", "pageNumber", "repeated"],
    ["vpnGatewayId=a&vpnGatewayId=b", "vpnGatewayId", "repeated"],
    ["format=", "format", "malformed"],
    ["format=xlsx", "format", "malformed"],
    ["format=CSV", "format", "malformed"],
    ["format=csv&format=csv", "format", "repeated"],
    ["open=vco-1", "open", "unknown"],
    ["PageNumber=1", "PageNumber", "unknown"],
    ["regionId=cn-hangzhou", "regionId", "unknown"],
    ["__proto__=1", "__proto__", "unknown"],
    ["constructor=1", "constructor", "unknown"],
    ["=1", "", "unknown"],
  ])("with %s is refused, and the parameter named", (query, parameter, reason) => {
    expect(read(query)).toEqual({ ok: false, parameter, reason });
  });

  it("takes 20 tags and no more", () => {
    expect(read(repeatedly(20, (number) => `tag=a:${number}`)).ok).toBe(true);
    expect(read(repeatedly(21, (number) => `tag=a:${number}`))).toEqual({
      ok: false,
      parameter: "tag",
      reason: "tooMany",
    });
  });

  it("names the first parameter that is wrong", () => {
    expect(read("pageSize=5&foo=1&pageNumber=0")).toMatchObject({ parameter: "foo" });
    expect(read("pageNumber=0&foo=1")).toMatchObject({ parameter: "pageNumber" });
  });
});
