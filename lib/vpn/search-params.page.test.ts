import { describe, expect, it } from "vitest";
import { isFiltered, listParametersOf } from "@/lib/vpn/list-parameters";
import { pages } from "@/lib/vpn/hrefs";
import { isUntidy, readPageParameters, splitTag } from "@/lib/vpn/search-params";

const DEFAULTS = {
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
  columns: null,
  open: [],
};

const numbered = (count: number, make: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index));

describe("a page's address", () => {
  it("is read whole", () => {
    const read = readPageParameters({
      pageNumber: "3",
      pageSize: "50",
      vpnGatewayId: "vpn-1",
      customerGatewayId: "cgw-1",
      vpnConnectionId: "vco-1",
      resourceGroupId: "rg-1",
      tag: ["env:prod", "note:"],
      tunnelMode: "single",
      ikeVersion: "ikev1",
      q: "site",
      sort: "name",
      status: ["up", "up", "down"],
      open: "vco-2",
    });
    expect(read).toEqual({
      pageNumber: 3,
      pageSize: 50,
      vpnGatewayId: "vpn-1",
      customerGatewayId: "cgw-1",
      vpnConnectionId: "vco-1",
      resourceGroupId: "rg-1",
      tag: ["env:prod", "note:"],
      tunnelMode: "single",
      ikeVersion: "ikev1",
      q: "site",
      sort: "name",
      status: ["up", "down"],
      columns: null,
      open: ["vco-2"],
    });
  });

  it.each<Record<string, string | string[] | undefined>>([
    {},
    { pageNumber: undefined },
    { pageNumber: "" },
    { pageNumber: "0" },
    { pageNumber: "-1" },
    { pageNumber: "1.5" },
    { pageNumber: "1e2" },
    { pageNumber: "two" },
    { pageNumber: "100001" },
    { pageNumber: "9999999999999999" },
    { pageSize: "0" },
    { pageSize: "51" },
    { vpnGatewayId: "" },
    { vpnGatewayId: "vpn 1" },
    { vpnGatewayId: "vpn-1/../2" },
    { customerGatewayId: "<script>" },
    { vpnConnectionId: "x".repeat(101) },
    { tag: "without a colon" },
    { tag: ":without a key" },
    { tag: `${"k".repeat(65)}:v` },
    { tag: `k:${"v".repeat(129)}` },
    { open: ["", "a b"] },
    { unheardOf: "1", constructor: "1" },
  ])("with the nonsense %j shows the defaults", (nonsense) => {
    expect(readPageParameters(nonsense)).toEqual(DEFAULTS);
  });

  it("keeps what is right beside what is wrong", () => {
    const read = readPageParameters({ pageNumber: "2", pageSize: "x", tag: ["bad", "a:b"] });
    expect(read).toEqual({ ...DEFAULTS, pageNumber: 2, tag: ["a:b"] });
  });

  it("takes the first of a parameter that may be there once", () => {
    expect(readPageParameters({ pageNumber: ["2", "3"] }).pageNumber).toBe(2);
  });

  it("takes each tag and each panel once, and no more than a request may have", () => {
    const read = readPageParameters({
      tag: ["a:b", ...numbered(30, (number) => `a:${number}`), "a:b"],
      open: ["vco-0", ...numbered(80, (number) => `vco-${number}`)],
    });
    expect(read.tag).toEqual(["a:b", ...numbered(19, (number) => `a:${number}`)]);
    expect(read.open).toEqual(numbered(50, (number) => `vco-${number}`));
  });

  it("tells the question without the open panels", () => {
    const { open: _open, columns: _columns, ...question } = DEFAULTS;
    expect(listParametersOf({ ...DEFAULTS, open: ["vco-1"] })).toEqual(question);
  });
});

describe("a tag", () => {
  it.each([
    ["env:prod", { key: "env", value: "prod" }],
    ["env:", { key: "env", value: "" }],
    ["url:https://host:443/", { key: "url", value: "https://host:443/" }],
  ])("%s is split at its first colon", (text, parts) => expect(splitTag(text)).toEqual(parts));
});

describe("a list", () => {
  it.each([
    [{}, false],
    [{ pageNumber: 4, pageSize: 50 }, false],
    [{ vpnGatewayId: "vpn-1" }, true],
    [{ resourceGroupId: "rg-1" }, true],
    [{ tag: ["a:b"] }, true],
  ])("asked for with %j is filtered: %s", (asked, filtered) => {
    expect(isFiltered(listParametersOf({ ...DEFAULTS, ...asked }))).toBe(filtered);
  });
});

describe("a form without a script", () => {
  it.each([
    [{ q: "" }, true],
    [{ q: " a" }, true],
    [{ vpnGatewayId: "vpn-1 " }, true],
    [{ status: ["up", ""] }, true],
    [{ tag: "" }, true],
    [{ tag: "key: " }, false],
    [{ q: "a b", status: ["up"], unknown: "x" }, false],
    [{}, false],
  ])("has sent %j: untidy is %j", (given, expected) => {
    expect(isUntidy(given)).toBe(expected);
  });

  it.each([{ q: "  a  ", vpnGatewayId: " vpn-1 ", tag: "", status: ["", "up"] }])(
    "asks by what is left of %j, and its tidy address asks the same",
    (given) => {
      const read = readPageParameters(given);
      expect(read).toMatchObject({ q: "a", vpnGatewayId: "vpn-1", tag: [], status: ["up"] });
      const { searchParams } = new URL(pages.vpnConnections("x", read), "http://x");
      const again = Object.fromEntries(
        [...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]),
      );
      expect(isUntidy(again)).toBe(false);
      expect(readPageParameters(again)).toEqual(read);
    },
  );
});

it.each([["constructor"], ["toString"], ["valueOf"]])(
  "a parameter called %s is none of ours, whatever Next makes of it",
  (name) => {
    // `?constructor=x` arrives as a list of what every object has by that name, and the text.
    const given: Record<string, string[]> = JSON.parse(`{"${name}": [null, "x"], "q": "site"}`);
    expect(isUntidy(given)).toBe(false);
    expect(readPageParameters(given)).toEqual({ ...DEFAULTS, q: "site" });
  },
);

describe("columns", () => {
  it("of a form without a script, one for each, belong into one", () => {
    const given = { columns: ["tags", "verdict"] };
    expect(isUntidy(given)).toBe(true);
    expect(readPageParameters(given).columns).toEqual(["verdict", "tags"]);
    expect(isUntidy({ columns: "verdict,tags" })).toBe(false);
    expect(readPageParameters({ columns: "color,tags" }).columns).toEqual(["tags"]);
    expect(readPageParameters({ columns: "color" }).columns).toBeNull();
  });
});
