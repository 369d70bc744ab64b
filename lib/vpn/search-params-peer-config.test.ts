import { describe, expect, it } from "vitest";
import { readPeerConfig, readVendorPage } from "@/lib/vpn/search-params-peer-config";

const read = (query: string) => readPeerConfig(new URLSearchParams(query));

describe("parameters of a peer configuration", () => {
  it("have defaults in the API", () => {
    expect(read("")).toEqual({
      ok: true,
      parameters: { vendor: "strongswan", isText: false, file: 1 },
    });
    expect(read("vendor=vyos&format=text&file=2")).toEqual({
      ok: true,
      parameters: { vendor: "vyos", isText: true, file: 2 },
    });
  });

  it.each([
    ["vendor=", "vendor", "malformed"],
    ["vendor=Cisco", "vendor", "malformed"],
    ["vendor=h3c&vendor=vyos", "vendor", "repeated"],
    ["format=json", "format", "malformed"],
    ["format=text&file=0", "file", "malformed"],
    ["file=1", "file", "unknown"],
    ["q=1", "q", "unknown"],
  ])("are refused in the API where they are nonsense: %s", (query, parameter, reason) => {
    expect(read(query)).toMatchObject({ ok: false, parameter, reason });
  });

  it("are left out of a page's address where they are nonsense", () => {
    expect(readVendorPage({ vendor: "juniper-srx" })).toBe("juniper-srx");
    expect(readVendorPage({ vendor: "netgear" })).toBeNull();
    expect(readVendorPage({ vendor: ["h3c", "vyos"] })).toBe("h3c");
    expect(readVendorPage({})).toBeNull();
  });
});
