import { NextRequest, NextResponse } from "next/server";
import { describe, expect, it } from "vitest";
import { rememberColumns } from "@/lib/server/http/remember-columns";
import { pages } from "@/lib/vpn/hrefs";

const HOST = "tunnelboard.example";
const list = (columns: ("name" | "verdict" | "ikePfs")[] | null) =>
  pages.vpnConnections("cn-hangzhou", { columns });

/** The cookie that a step from one address to another leaves. */
function leftBy(to: string, from: string = list(null), more: Record<string, string> = {}) {
  const headers = {
    host: HOST,
    "sec-fetch-site": "same-origin",
    referer: `https://${HOST}${from}`,
  };
  const request = new NextRequest(`https://${HOST}${to}`, { headers: { ...headers, ...more } });
  const response = NextResponse.next();
  rememberColumns(request, response);
  return response.cookies.get("tunnelboard-columns-vpnConnections")?.value ?? null;
}

describe("the columns of a list", () => {
  it("are remembered when a page of ours has changed them, also by a form without a script", () => {
    expect(leftBy(list(["name", "ikePfs"]))).toBe("name,ikePfs");
    expect(leftBy(`${list(null)}?columns=ikePfs&columns=name`)).toBe("name,ikePfs");
    expect(leftBy(`${pages.vpnGateway("cn-hangzhou", "vpn-1")}?columns=verdict`)).toBe("verdict");
  });

  it("stay the reader's own on the way on from a link that somebody has sent", () => {
    expect(leftBy(list(["ikePfs"]), list(["ikePfs"]))).toBeNull();
    expect(leftBy(list(["ikePfs"]), list(null), { "sec-fetch-site": "none" })).toBeNull();
    expect(leftBy(list(["ikePfs"]), "", { referer: "https://elsewhere.example/" })).toBeNull();
  });

  it("are those that there are, of lists only", () => {
    expect(leftBy(`${list(null)}?columns=color`)).toBeNull();
    expect(leftBy(list(null))).toBeNull();
    expect(leftBy(`${pages.events()}?columns=name`)).toBeNull();
    expect(leftBy(`/api${list(["name"])}`)).toBeNull();
  });
});
