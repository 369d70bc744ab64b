import { describe, expect, it } from "vitest";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import { api, isApiPath, pages } from "@/lib/vpn/hrefs";
import {
  type ListPageParameters,
  listParametersOf,
  NO_PARAMETERS,
} from "@/lib/vpn/list-parameters";
import { withOpenPanel } from "@/lib/vpn/query-string";
import { readEvents, readEventsPage } from "@/lib/vpn/search-params-history";
import { readRegionList, readPageParameters } from "@/lib/vpn/search-params";

/** What stands behind the question mark of an address. */
const queryOf = (address: string) => new URL(address, "http://localhost").searchParams;

function readPage(address: string): ListPageParameters {
  const query = queryOf(address);
  return readPageParameters(
    Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])),
  );
}

describe("addresses", () => {
  it("of a page and of its data have one path and their own parameters", () => {
    const parameters = { pageNumber: 2, tag: ["a:b"], open: ["vco-1"] };
    expect(pages.vpnConnections("cn-hangzhou", parameters)).toBe(
      "/regions/cn-hangzhou/vpn-connections?pageNumber=2&tag=a:b&open=vco-1",
    );
    expect(api.vpnConnections("cn-hangzhou", parameters)).toBe(
      "/api/regions/cn-hangzhou/vpn-connections?pageNumber=2&tag=a:b",
    );
  });

  it("without parameters are bare", () => {
    expect(pages.vpnConnections("eu-central-1")).toBe("/regions/eu-central-1/vpn-connections");
    expect(api.vpnConnections("eu-central-1")).toBe("/api/regions/eu-central-1/vpn-connections");
  });

  it("of a history have the range, unless it is the default, and their place on the page", () => {
    const page = "/regions/cn-hangzhou/vpn-connections/vco-1";
    expect(pages.history("cn-hangzhou", "vco-1", "7d")).toBe(`${page}?range=7d#history`);
    expect(pages.history("cn-hangzhou", "vco-1", "24h")).toBe(`${page}#history`);
    expect(api.history("cn-hangzhou", "vco-1", "7d")).toBe(`/api${page}/history?range=7d`);
  });

  it.each([
    ["../api", "..%2Fapi"],
    ["a?b#c", "a%3Fb%23c"],
    ["//host", "%2F%2Fhost"],
    ["a b", "a%20b"],
    ["地域", "%E5%9C%B0%E5%9F%9F"],
    ["%2e%2e", "%252e%252e"],
  ])("keep the odd region %j one step of the path", (regionId, encoded) => {
    expect(pages.vpnConnections(regionId)).toBe(`/regions/${encoded}/vpn-connections`);
    expect(api.vpnConnections(regionId)).toBe(`/api/regions/${encoded}/vpn-connections`);
  });
});

describe("a query string", () => {
  it.each([pages.vpnConnections, api.vpnConnections])(
    "leaves defaults and absent values out",
    (address) => {
      const bare = address("cn-hangzhou");
      const question = listParametersOf(NO_PARAMETERS);
      expect(address("cn-hangzhou", question)).toBe(bare);
      expect(address("cn-hangzhou", { ...question, pageNumber: 2 })).toBe(`${bare}?pageNumber=2`);
    },
  );

  it("of the data leaves out the open panels", () => {
    const asked = { ...NO_PARAMETERS, pageNumber: 2, open: ["vco-1"] };
    expect(api.vpnConnections("cn-hangzhou", asked)).toBe(
      "/api/regions/cn-hangzhou/vpn-connections?pageNumber=2",
    );
  });

  it.each<Partial<ListPageParameters>>([
    {},
    { pageNumber: 100_000, pageSize: 50 },
    { pageSize: 20, open: ["vco-1", "vco-2"] },
    { tag: ["a:b&c=d", "k:é 漢", "x:+%25", "u:https://h/?q#f", "k:,%2C%3A", "k:line\nbreak"] },
    { q: "a&b=c+d %2B #?/:,;\"'<🚀>" },
    { q: "10.3.7.9", vpnGatewayId: "vpn-bp1****", customerGatewayId: "cgw.1" },
    { vpnConnectionId: "vco-1", resourceGroupId: "rg-1", tunnelMode: "dual", ikeVersion: "ikev2" },
    { sort: "-createTime", status: ["down", "ike_sa_established"] },
  ])("with %j is read back as it was written", (asked) => {
    const parameters = { ...NO_PARAMETERS, ...asked };
    expect(readPage(pages.vpnConnections("cn-hangzhou", parameters))).toEqual(parameters);
    expect(readRegionList(queryOf(api.vpnConnections("cn-hangzhou", parameters)))).toEqual({
      ok: true,
      parameters: {
        list: listParametersOf(parameters),
        columns: null,
        format: null,
        waitSeconds: 0,
      },
    });
  });
});

describe("the address with one more open panel", () => {
  it.each<[string, Partial<ListPageParameters>]>([
    ["of nothing else", {}],
    ["of every parameter", { pageSize: 20, q: "a b", tag: ["env:prod"], columns: ["name"] }],
    ["of open panels", { open: ["vco-1", "vco-2"] }],
  ])("is that of all of them: %s", (_what, parameters) => {
    const scope = { of: "region", regionId: "cn-hangzhou" } as const;
    const open = parameters.open ?? [];
    expect(withOpenPanel(pages.list(scope, parameters), "vco-3")).toBe(
      pages.list(scope, { ...parameters, open: [...open, "vco-3"] }),
    );
  });
});

describe("a file's address", () => {
  it.each(["csv", "json"] as const)(
    "asks for %s of the whole list, as it is filtered",
    (format) => {
      const { pageNumber, pageSize, ...filters } = listParametersOf(NO_PARAMETERS);
      const asked = { ...filters, q: "a&b", tag: ["k:v"], sort: "-name" as const };
      const address = api.download(
        "cn-hangzhou",
        { ...asked, pageNumber: 3, pageSize: 50 },
        format,
      );
      expect(readRegionList(queryOf(address))).toEqual({
        ok: true,
        parameters: {
          list: { ...asked, pageNumber, pageSize },
          columns: null,
          format,
          waitSeconds: 0,
        },
      });
    },
  );

  it("leaves out the open panels", () => {
    const asked = { ...NO_PARAMETERS, open: ["vco-1"] };
    expect(api.download("cn-hangzhou", asked, "csv")).toBe(
      "/api/regions/cn-hangzhou/vpn-connections?format=csv",
    );
  });
});

describe("the address of events", () => {
  const asked = {
    ...NO_EVENT_PARAMETERS,
    pageNumber: 3,
    pageSize: 20,
    regionId: "cn-hangzhou",
    vpnGatewayId: "vpn-1",
    kind: ["down" as const, "no_data" as const],
    since: 5,
  };

  it("is that of its data behind /api, and leaves defaults out", () => {
    expect(pages.events()).toBe("/events");
    expect(pages.events({ regionId: "cn-hangzhou", kind: ["up"] })).toBe(
      "/events?regionId=cn-hangzhou&kind=up",
    );
    expect(api.events(asked)).toBe(`/api${pages.events(asked)}`);
    expect(readEventsPage(Object.fromEntries(queryOf(pages.events({ since: 5 }))))).toEqual({
      ...NO_EVENT_PARAMETERS,
      since: 5,
    });
  });

  it("as a file asks for all that the question finds", () => {
    const { pageNumber, pageSize } = NO_EVENT_PARAMETERS;
    expect(readEvents(queryOf(api.downloadEvents(asked, "csv")))).toEqual({
      ok: true,
      parameters: { events: { ...asked, pageNumber, pageSize }, format: "csv" },
    });
  });
});

describe("the way to sign in", () => {
  it.each([
    [pages.signIn(), "/sign-in"],
    [pages.signIn("/"), "/sign-in"],
    [pages.signIn("/go/vco-1"), "/sign-in?returnTo=/go/vco-1"],
    [pages.signIn("/", "password"), "/sign-in?reason=password"],
    [pages.signIn("/", "wait", 30), "/sign-in?reason=wait&wait=30"],
    [
      pages.signIn("/a?q=b&reason=x#c", "expired"),
      "/sign-in?returnTo=/a%3Fq%3Db%26reason%3Dx%23c&reason=expired",
    ],
    [api.signIn(), "/api/auth/sign-in"],
    [api.signIn("/"), "/api/auth/sign-in"],
    [api.signIn("/a?q=b&c#d"), "/api/auth/sign-in?returnTo=/a%3Fq%3Db%26c%23d"],
  ])("%s is %s", (address, expected) => expect(address).toBe(expected));

  it.each(["/a b?c=d&e=f#g", "/?q=%2F%26", "/区域?q=+", "//x"])("carries %j whole", (returnTo) => {
    for (const address of [pages.signIn(returnTo), api.signIn(returnTo)]) {
      expect([...queryOf(address)]).toEqual([["returnTo", returnTo]]);
    }
  });
});

describe("a path", () => {
  it.each([
    ["/api", true],
    ["/api/", true],
    ["/api/overview", true],
    ["/apis", false],
    ["/metrics", true],
    ["/metrics/", false],
    ["/metrics.rsc", false],
    ["/", false],
    ["/go/api/", false],
    ["/API/overview", false],
  ])("%s is of data: %j", (path, expected) => expect(isApiPath(path)).toBe(expected));
});
