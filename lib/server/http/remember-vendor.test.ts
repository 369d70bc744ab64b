import { NextRequest, NextResponse } from "next/server";
import { describe, expect, it } from "vitest";
import { rememberVendor } from "@/lib/server/http/remember-vendor";
import { pages } from "@/lib/vpn/hrefs";

const HOST = "tunnelboard.example";
const PAGE = pages.peerConfig("cn-hangzhou", "vco-1", "fortigate");

/** The cookie that a request of an address leaves. */
function leftBy(
  address: string,
  headers: Record<string, string> = { "sec-fetch-site": "same-origin" },
) {
  const request = new NextRequest(`https://${HOST}${address}`, {
    headers: { host: HOST, ...headers },
  });
  const response = NextResponse.next();
  rememberVendor(request, response);
  return response.cookies.get("tunnelboard-vendor")?.value ?? null;
}

describe("the vendor of a configuration", () => {
  it("is remembered when a link on a page of ours was followed", () => {
    expect(leftBy(PAGE)).toBe("fortigate");
    // Without the header on plain http beyond loopback.
    expect(leftBy(PAGE, { referer: `https://${HOST}/` })).toBe("fortigate");
  });

  it("is not remembered of a link that somebody has sent, or that another site holds", () => {
    expect(leftBy(PAGE, {})).toBeNull();
    expect(leftBy(PAGE, { referer: "https://elsewhere.example/" })).toBeNull();
    expect(leftBy(PAGE, { "sec-fetch-site": "none" })).toBeNull();
    expect(leftBy(PAGE, { "sec-fetch-site": "cross-site" })).toBeNull();
  });

  it("is one of those there are, on that page only", () => {
    expect(leftBy(PAGE.replace("fortigate", "netgear"))).toBeNull();
    expect(leftBy(pages.peerConfig("cn-hangzhou", "vco-1", null))).toBeNull();
    expect(leftBy(`${pages.vpnConnection("cn-hangzhou", "vco-1")}?vendor=fortigate`)).toBeNull();
    expect(leftBy(`/api${PAGE}`)).toBeNull();
  });
});
