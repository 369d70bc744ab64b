import { describe, expect, it } from "vitest";
import { NO_GATEWAY_PARAMETERS } from "@/lib/vpn/gateway-parameters";
import { gatewaysReader, readGatewaysPage } from "@/lib/vpn/search-params-gateways";

const read = (query: string, of: "vpnGateway" | "customerGateway" = "vpnGateway", isAll = false) =>
  gatewaysReader(of, isAll)(new URLSearchParams(query));

describe("lists of gateways in the API", () => {
  it("have defaults", () => {
    const { columns: _columns, ...list } = NO_GATEWAY_PARAMETERS;
    expect(read("")).toEqual({
      ok: true,
      parameters: { list, columns: null, format: null, waitSeconds: 0 },
    });
  });

  it("take what they know", () => {
    const query =
      "pageNumber=2&pageSize=50&q=core&vpcId=vpc-1&resourceGroupId=rg-1&sort=-endTime&tag=a:b&status=down&status=up&format=csv";
    expect(read(query)).toMatchObject({
      ok: true,
      parameters: {
        list: {
          pageNumber: 2,
          pageSize: 50,
          q: "core",
          vpcId: "vpc-1",
          resourceGroupId: "rg-1",
          sort: "-endTime",
          tag: ["a:b"],
          status: ["down", "up"],
        },
        format: "csv",
      },
    });
    expect(read("columns=vpcId,name")).toMatchObject({
      parameters: { columns: ["name", "vpcId"] },
    });
    expect(read("wait=5", "vpnGateway", true)).toMatchObject({ parameters: { waitSeconds: 5 } });
  });

  it.each([
    ["pageSize=51", "pageSize", "malformed"],
    ["status=ipsec_sa_established", "status", "malformed"],
    ["sort=asn", "sort", "malformed"],
    ["vpcId=a%20b", "vpcId", "malformed"],
    ["q=a&q=b", "q", "repeated"],
    ["wait=5", "wait", "unknown"],
    ["vpnGatewayId=vpn-1", "vpnGatewayId", "unknown"],
    ["format=xml", "format", "malformed"],
    ["columns=name,asn", "columns", "malformed"],
  ])("object to %s", (query, parameter, reason) => {
    expect(read(query)).toMatchObject({ ok: false, parameter, reason });
  });

  it("of customer gateways have an ASN to sort by, and no VPC", () => {
    expect(read("sort=asn", "customerGateway")).toMatchObject({ ok: true });
    expect(read("vpcId=vpc-1", "customerGateway")).toMatchObject({ ok: false, reason: "unknown" });
  });
});

it("a page takes nonsense for the default, and what was pasted with a blank", () => {
  const page = readGatewaysPage("customerGateway", {
    pageNumber: "-1",
    sort: "vpcId",
    q: " works ",
    status: ["down", "down", "odd"],
    vpcId: "vpc-1",
    columns: ["asn,odd", "name"],
  });
  expect(page).toEqual({
    ...NO_GATEWAY_PARAMETERS,
    q: "works",
    status: ["down"],
    columns: ["name", "asn"],
  });
});
