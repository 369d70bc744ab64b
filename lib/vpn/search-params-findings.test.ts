import { describe, expect, it } from "vitest";
import { NO_FINDING_PARAMETERS } from "@/lib/vpn/findings/parameters";
import { readFindings, readFindingsPage } from "@/lib/vpn/search-params-findings";

const api = (query: string) => readFindings(new URLSearchParams(query));
const { by: _by, ...NOTHING_ASKED } = NO_FINDING_PARAMETERS;

describe("the question of the API's findings", () => {
  it("asks for everything where nothing is given", () => {
    expect(api("")).toEqual({
      ok: true,
      parameters: { findings: NOTHING_ASKED, format: null, waitSeconds: 0 },
    });
  });

  it("is read whole, each rule and severity once", () => {
    const read = api(
      "pageNumber=2&pageSize=10&q=md5&regionId=cn-hangzhou&vpnGatewayId=vpn-1&customerGatewayId=cgw-1" +
        "&vpnConnectionId=vco-1&rule=psk-short&rule=psk-short&rule=dpd-off&severity=high&format=csv&wait=5",
    );
    expect(read).toEqual({
      ok: true,
      parameters: {
        findings: {
          pageNumber: 2,
          pageSize: 10,
          q: "md5",
          regionId: "cn-hangzhou",
          vpnGatewayId: "vpn-1",
          customerGatewayId: "cgw-1",
          vpnConnectionId: "vco-1",
          rule: ["psk-short", "dpd-off"],
          severity: ["high"],
        },
        format: "csv",
        waitSeconds: 5,
      },
    });
  });

  it.each([
    ["rule=rot13", "rule", "malformed"],
    ["severity=HIGH", "severity", "malformed"],
    ["pageSize=51", "pageSize", "malformed"],
    ["regionId=..%2F", "regionId", "malformed"],
    ["q=", "q", "malformed"],
    ["wait=21", "wait", "malformed"],
    ["format=xlsx", "format", "malformed"],
    ["by=connection", "by", "unknown"],
    ["status=down", "status", "unknown"],
    ["q=a&q=b", "q", "repeated"],
    [Array.from({ length: 6 }, () => "severity=low").join("&"), "severity", "tooMany"],
  ])("%s is refused and named", (query, parameter, reason) => {
    expect(api(query)).toEqual({ ok: false, parameter, reason });
  });
});

describe("the page's question", () => {
  it("falls back to the default where it makes no sense", () => {
    const given = {
      rule: ["rot13", "dpd-off"],
      severity: "loud",
      by: "moon",
      pageSize: "0",
      q: " ",
    };
    expect(readFindingsPage(given)).toEqual({ ...NO_FINDING_PARAMETERS, rule: ["dpd-off"] });
  });

  it("knows what findings stand under", () => {
    expect(readFindingsPage({ by: "connection", q: " des " })).toMatchObject({
      by: "connection",
      q: "des",
    });
  });
});
