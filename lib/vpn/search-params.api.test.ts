import { describe, expect, it } from "vitest";
import { readAllRegionsList, readRegionList, readWait } from "@/lib/vpn/search-params";

const read = (query: string) => readRegionList(new URLSearchParams(query));

const repeatedly = (count: number, make: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join("&");

describe("the address of the list's data", () => {
  it("without parameters asks for the first page", () => {
    expect(read("")).toEqual({
      ok: true,
      parameters: {
        columns: null,
        format: null,
        waitSeconds: 0,
        list: {
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
      },
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
        columns: null,
        format: null,
        waitSeconds: 0,
        list: {
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
      },
    });
  });

  it.each(["csv", "json"] as const)("may ask for a file of %s, which is no filter", (format) => {
    expect(read(`q=site&format=${format}`)).toMatchObject({
      ok: true,
      parameters: { list: { q: "site" }, format },
    });
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
    expect(read(query)).toMatchObject({ ok: true, parameters: { list: { [name]: value } } });
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
    ["wait=1", "wait", "unknown"],
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

const all = (query: string) => readAllRegionsList(new URLSearchParams(query));
const overview = (query: string) => readWait(new URLSearchParams(query));

describe("the address of data over all regions", () => {
  it.each([
    ["", 0],
    ["wait=0", 0],
    ["wait=20", 20],
  ])("with %j waits for at most %i seconds", (query, waitSeconds) => {
    expect(all(query)).toMatchObject({ ok: true, parameters: { waitSeconds } });
    expect(overview(query)).toEqual({ ok: true, parameters: { waitSeconds } });
  });

  it.each([
    ["wait=21", "malformed"],
    ["wait=-1", "malformed"],
    ["wait=1.5", "malformed"],
    ["wait=", "malformed"],
    ["wait=1&wait=1", "repeated"],
  ])("with %s is refused", (query, reason) => {
    const refusal = { ok: false, parameter: "wait", reason };
    expect(all(query)).toEqual(refusal);
    expect(overview(query)).toEqual(refusal);
  });

  it("takes what a region's list takes, and the overview nothing but the wait", () => {
    expect(all("q=a&wait=3")).toMatchObject({ parameters: { list: { q: "a" }, waitSeconds: 3 } });
    expect(overview("q=a")).toEqual({ ok: false, parameter: "q", reason: "unknown" });
  });
});

describe("columns", () => {
  it("are names that there are, given once", () => {
    expect(all("columns=verdict,tags")).toMatchObject({
      parameters: { columns: ["verdict", "tags"] },
    });
    for (const query of ["columns=", "columns=color", "columns=verdict,color"]) {
      expect(all(query)).toMatchObject({ ok: false, parameter: "columns", reason: "malformed" });
    }
    expect(all("columns=tags&columns=verdict")).toMatchObject({ ok: false, reason: "repeated" });
  });
});
