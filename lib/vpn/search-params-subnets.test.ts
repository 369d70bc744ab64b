import { describe, expect, it } from "vitest";
import { notAnAddress, readSubnets, readSubnetsPage } from "@/lib/vpn/search-params-subnets";
import { NO_SUBNET_PARAMETERS } from "@/lib/vpn/subnet-list";

const strict = (query: string) => readSubnets(new URLSearchParams(query));

const ASKED = {
  pageNumber: 2,
  pageSize: 20,
  q: "10.3.0.0/16",
  regionId: "cn-hangzhou",
  vpnGatewayId: "vpn-1",
  customerGatewayId: "cgw-1",
  overlap: "same_gateway",
} as const;
const GIVEN = Object.fromEntries(Object.entries(ASKED).map(([name, one]) => [name, `${one}`]));

describe("the address of a page of subnets", () => {
  it("asks for what it says, for everything where it says nothing, and for no nonsense", () => {
    expect(readSubnetsPage({})).toEqual(NO_SUBNET_PARAMETERS);
    expect(readSubnetsPage({ ...GIVEN, q: " 10.3.0.0/16 " })).toEqual(ASKED);
    const nonsense = { pageNumber: "0", q: "berlin", regionId: "../x", overlap: "some" };
    expect(readSubnetsPage(nonsense)).toEqual(NO_SUBNET_PARAMETERS);
  });

  it.each([
    ["berlin", "berlin"],
    [" 10.3.7 ", "10.3.7"],
    ["10.3.7.9", null],
    ["fd00::1/64", null],
    ["", null],
    [undefined, null],
    ["x".repeat(500), "x".repeat(100)],
  ])("of a look-up of %j tells what of it is no address: %j", (q, expected) => {
    expect(notAnAddress({ q })).toBe(expected);
  });
});

describe("the address of the API's subnets", () => {
  it("asks for what it says", () => {
    expect(strict("")).toEqual({
      ok: true,
      parameters: { subnets: NO_SUBNET_PARAMETERS, format: null, waitSeconds: 0 },
    });
    const query = new URLSearchParams({ ...GIVEN, format: "csv", wait: "20" });
    expect(readSubnets(query)).toEqual({
      ok: true,
      parameters: { subnets: ASKED, format: "csv", waitSeconds: 20 },
    });
  });

  it.each([
    ["q=berlin", "q", "malformed"],
    ["q=10.3.7.9/33", "q", "malformed"],
    ["q=", "q", "malformed"],
    ["overlap=some", "overlap", "malformed"],
    ["regionId=../x", "regionId", "malformed"],
    ["wait=21", "wait", "malformed"],
    ["format=xml", "format", "malformed"],
    ["pageSize=51", "pageSize", "malformed"],
    ["q=10.3.7.9&q=10.3.7.8", "q", "repeated"],
    ["sort=name", "sort", "unknown"],
  ])("refuses %s", (query, parameter, reason) => {
    expect(strict(query)).toMatchObject({ ok: false, parameter, reason });
  });
});
