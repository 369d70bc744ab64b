import { describe, expect, it } from "vitest";
import { pages } from "@/lib/vpn/hrefs";
import {
  hrefInRegion,
  regionInQuery,
  SECTIONS,
  sectionHref,
  sectionOf,
} from "@/lib/vpn/navigation";

const [A, B] = ["cn-hangzhou", "eu-central-1"];

/** The same page elsewhere, as the picker leads there. */
function moved(address: string, from: string | null, to: string | null) {
  const { pathname: path, searchParams: search } = new URL(address, "http://localhost");
  return hrefInRegion({ path, search, regionId: from }, to);
}

describe("the section of a page", () => {
  it.each(SECTIONS)("%s has its own first page, in all regions and in one", (section) => {
    for (const regionId of [null, A]) {
      const { pathname } = new URL(sectionHref(section, regionId), "http://localhost");
      expect(sectionOf(pathname)).toBe(section);
    }
  });

  it.each([
    [pages.vpnConnection(A, "vco-1"), "vpnConnections"],
    [pages.logs(A, "vco-1"), "vpnConnections"],
    [pages.vpnGateway(A, "vpn-1"), "vpnGateways"],
    [pages.customerGateway(A, "cgw-1"), "customerGateways"],
    [pages.go("vco-1"), null],
    [pages.signIn(), null],
    ["/no/such/page", null],
    ["/regions", null],
    ["/overview", null],
    ["/regions/cn-hangzhou", null],
  ])("%s is in %s", (path, section) => {
    expect(sectionOf(path)).toBe(section);
  });
});

it("the navigation keeps the region, in the path or in the query", () => {
  expect(sectionHref("overview", A)).toBe("/");
  expect(sectionHref("vpnGateways", A)).toBe("/regions/cn-hangzhou/vpn-gateways");
  expect(sectionHref("events", A)).toBe(pages.events({ regionId: A }));
  expect(sectionHref("subnets", null)).toBe(pages.subnets());
});

it("a region in a query counts where the page takes one", () => {
  const search = new URLSearchParams({ regionId: A });
  expect(regionInQuery(pages.findings(), search)).toBe(A);
  expect(regionInQuery(pages.vpnConnections(null), search)).toBeNull();
  expect(regionInQuery("/no/such/page", search)).toBeNull();
});

describe("another region", () => {
  it("has the same list with the same filters, from its first page", () => {
    const filters = { status: ["down", "degraded"] as const, tag: ["env:prod"], q: "10.0.0.0/8" };
    const asked = { ...filters, status: [...filters.status], pageSize: 50 };
    const here = pages.vpnConnections(A, { ...asked, pageNumber: 3, open: ["vco-1"] });
    for (const to of [B, null]) {
      const [path, query] = moved(here, A, to).split("?");
      expect(path).toBe(pages.vpnConnections(to));
      const [, same] = pages.vpnConnections(to, asked).split("?");
      expect(query?.split("&").toSorted()).toEqual(same?.split("&").toSorted());
    }
  });

  it("has no gateway of this one, but all regions have", () => {
    const here = pages.vpnConnections(A, { vpnGatewayId: "vpn-1", status: ["down"] });
    expect(moved(here, A, B)).toBe(pages.vpnConnections(B, { status: ["down"] }));
    expect(moved(here, A, null)).toContain("vpnGatewayId=vpn-1");
    const all = pages.vpnConnections(null, { vpnGatewayId: "vpn-1" });
    expect(moved(all, null, A)).toBe(pages.vpnConnections(A, { vpnGatewayId: "vpn-1" }));
  });

  it("is a filter of events, findings and subnets, which keep the others", () => {
    const here = pages.events({ regionId: A, kind: ["down"], vpnConnectionId: "vco-1" });
    expect(moved(here, A, B)).toBe(pages.events({ regionId: B, kind: ["down"] }));
    expect(moved(pages.events({ regionId: A, kind: ["down"] }), A, null)).toBe(
      pages.events({ kind: ["down"] }),
    );
    expect(moved(pages.subnets({ q: "10.0.0.1" }), null, A)).toContain("regionId=cn-hangzhou");
  });

  it.each([
    [pages.vpnConnection(A, "vco-1", "7d"), pages.vpnConnections(B)],
    [pages.peerConfig(A, "vco-1", "strongswan"), pages.vpnConnections(B)],
    [pages.vpnGateway(A, "vpn-1"), pages.vpnGateways(B)],
    [pages.customerGateway(A, "cgw-1"), pages.customerGateways(B)],
    ["/no/such/page?x=1", pages.vpnConnections(B)],
  ])("does not have %s, and shows the list of its kind", (address, list) => {
    expect(moved(address, A, B)).toBe(list);
  });

  it("from the overview is a region's list, and all of them are the overview", () => {
    expect(moved(pages.home, null, B)).toBe(pages.vpnConnections(B));
    expect(moved(pages.home, null, null)).toBe(pages.home);
  });
});
