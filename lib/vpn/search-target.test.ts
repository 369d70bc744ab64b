import { describe, expect, it } from "vitest";
import { pages } from "@/lib/vpn/hrefs";
import { readSearchText } from "@/lib/vpn/search-params-search";
import { hrefOfSearch, type Thing } from "@/lib/vpn/search-target";

const REGION = "cn-hangzhou";
const CONNECTION: Thing = { kind: "vpnConnection", regionId: REGION, id: "vco-1" };
const GATEWAY: Thing = { kind: "vpnGateway", regionId: REGION, id: "vpn-1" };
const ELSEWHERE: Thing = { ...GATEWAY, regionId: "eu-central-1" };
const NOTHING = { exact: [], only: null, isWhole: true };

const list = (q: string) => pages.vpnConnections(null, { q });

describe("a search", () => {
  it("leads to the one thing that is called so, whatever the list finds besides", () => {
    expect(hrefOfSearch("berlin", { ...NOTHING, exact: [GATEWAY], only: CONNECTION })).toBe(
      pages.vpnGateway(REGION, "vpn-1"),
    );
  });

  it("leads to the one connection that the list would show", () => {
    expect(hrefOfSearch("10.0.0.1", { ...NOTHING, only: CONNECTION })).toBe(
      pages.vpnConnection(REGION, "vco-1"),
    );
  });

  it("leads to the list where several are called so, or none", () => {
    expect(hrefOfSearch("a", { ...NOTHING, exact: [CONNECTION, GATEWAY] })).toBe(list("a"));
    expect(hrefOfSearch("a", NOTHING)).toBe(list("a"));
  });

  it("leads to the choice of regions where several have the id", () => {
    const found = { ...NOTHING, exact: [GATEWAY, ELSEWHERE] };
    expect(hrefOfSearch("vpn-1", found)).toBe(pages.go("vpn-1"));
  });

  it("leads to the list while regions are missing, which says so; an id is in no other", () => {
    const partly = { ...NOTHING, isWhole: false };
    expect(hrefOfSearch("a", { ...partly, only: CONNECTION })).toBe(list("a"));
    expect(hrefOfSearch("a", { ...partly, exact: [CONNECTION] })).toBe(list("a"));
    expect(hrefOfSearch("vco-1", { ...partly, exact: [CONNECTION] })).toBe(
      pages.vpnConnection(REGION, "vco-1"),
    );
    expect(hrefOfSearch("a", null)).toBe(list("a"));
  });

  it.each(["//evil.example", "https://evil.example", "\\evil", "/%2Fevil", "../..", "地域?#&"])(
    "for %s stays on this site",
    (text) => {
      const url = new URL(hrefOfSearch(text, null), "http://here.example");
      expect(url.origin).toBe("http://here.example");
      expect(url.searchParams.get("q")).toBe(text);
    },
  );

  it("for nothing leads to the whole list, and a longer text than a list takes is cut", () => {
    expect(hrefOfSearch("", null)).toBe(pages.vpnConnections(null));
    expect(hrefOfSearch("x".repeat(128), null)).toBe(list("x".repeat(100)));
  });
});

it.each([
  [" 10.0.0.1\t", "10.0.0.1"],
  ["a\n\tb", "a b"],
  ["\u0000", ""],
  ["x".repeat(500), "x".repeat(128)],
])("%j is read as %j", (typed, text) => {
  expect(readSearchText(new URLSearchParams({ q: typed }))).toBe(text);
  expect(readSearchText(new URLSearchParams())).toBe("");
});
