import { describe, expect, it } from "vitest";
import { isFilteredEvents, NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import { EVENT_KINDS } from "@/lib/vpn/events";
import {
  isUntidyEvents,
  readEvents,
  readEventsPage,
  readRange,
  readRangePage,
} from "@/lib/vpn/search-params-history";

const range = (query: string) => readRange(new URLSearchParams(query));
const strict = (query: string) => readEvents(new URLSearchParams(query));

describe("the address of a page of events", () => {
  it("asks for everything where it says nothing", () => {
    expect(readEventsPage({})).toEqual(NO_EVENT_PARAMETERS);
  });

  it("asks for what it says", () => {
    const asked = {
      pageNumber: 2,
      pageSize: 20,
      regionId: "cn-hangzhou",
      vpnGatewayId: "vpn-1",
      customerGatewayId: "cgw-1",
      vpnConnectionId: "vco-1",
      since: 1_700_000_000_000,
      until: 1_800_000_000_000,
    };
    const given = Object.entries(asked).map(([name, value]) => [name, ` ${value} `]);
    const kind = ["down", "up", "down"];
    expect(readEventsPage({ ...Object.fromEntries(given), kind })).toEqual({
      ...asked,
      kind: ["down", "up"],
    });
  });

  it.each([
    { pageNumber: "0" },
    { pageSize: "51" },
    { regionId: "../x" },
    { vpnConnectionId: "a b" },
    { kind: "exploded" },
    { since: "yesterday" },
    { since: "2026-13-01" },
    { until: "2026-01-01T25:00" },
    { until: "-1" },
    { since: "1969-12-31T23:59Z" },
  ])("falls back to the default for %j", (given) => {
    expect(readEventsPage(given)).toEqual(NO_EVENT_PARAMETERS);
  });

  it.each([
    ["2026-01-05T12:30", Date.UTC(2026, 0, 5, 12, 30)],
    ["2026-01-05 12:30", Date.UTC(2026, 0, 5, 12, 30)],
    ["2026-01-05T12:30:15", Date.UTC(2026, 0, 5, 12, 30, 15)],
    ["2026-01-05T12:30:15.250Z", Date.UTC(2026, 0, 5, 12, 30, 15, 250)],
    ["2026-01-05", Date.UTC(2026, 0, 5)],
    ["1767616200000", 1_767_616_200_000],
  ])("takes the time %s in UTC", (since, expected) => {
    expect(readEventsPage({ since, until: since })).toMatchObject({
      since: expected,
      until: expected,
    });
  });

  it.each([
    [{}, false],
    [{ since: "1767616200000", kind: ["down", "up"] }, false],
    [{ since: "2026-01-05T12:30" }, true],
    [{ until: "nonsense" }, true],
    [{ until: "" }, true],
    [{ regionId: "" }, true],
    [{ vpnGatewayId: " vpn-1" }, true],
  ])("is to be tidied up with %j: %j", (given, expected) => {
    expect(isUntidyEvents(given)).toBe(expected);
  });
});

describe("the address of the API's events", () => {
  it("takes all of them, and a format", () => {
    const query = "regionId=cn-hangzhou&kind=down&kind=no_data&since=5&until=9&format=csv";
    expect(strict(query)).toEqual({
      ok: true,
      parameters: {
        format: "csv",
        events: {
          ...NO_EVENT_PARAMETERS,
          regionId: "cn-hangzhou",
          kind: ["down", "no_data"],
          since: 5,
          until: 9,
        },
      },
    });
  });

  it.each([
    ["pageSize=51", "pageSize", "malformed"],
    ["regionId=A/B", "regionId", "malformed"],
    ["kind=down&kind=exploded", "kind", "malformed"],
    ["since=2026-01-05T12:30", "since", "malformed"],
    ["until=1.5", "until", "malformed"],
    ["since=1&since=2", "since", "repeated"],
    ["format=xlsx", "format", "malformed"],
    ["status=down", "status", "unknown"],
    [EVENT_KINDS.map((kind) => `kind=${kind}`).join("&") + "&kind=up", "kind", "tooMany"],
  ])("refuses %s and names %s", (query, parameter, reason) => {
    expect(strict(query)).toEqual({ ok: false, parameter, reason });
  });
});

it.each([
  [{}, false],
  [{ pageNumber: 2, pageSize: 10 }, false],
  [{ kind: ["up" as const] }, true],
  [{ since: 0 }, true],
  [{ vpnGatewayId: "vpn-1" }, true],
])("%j narrows the list: %j", (asked, expected) => {
  expect(isFilteredEvents({ ...NO_EVENT_PARAMETERS, ...asked })).toBe(expected);
});

describe("the range of a history", () => {
  it.each([
    [{}, "24h"],
    [{ range: " 7d " }, "7d"],
    [{ range: "1y" }, "24h"],
  ])("of a page with %j is %s", (given, expected) => {
    expect(readRangePage(given)).toBe(expected);
  });

  it("of the API is one of four", () => {
    expect(range("range=30d")).toEqual({ ok: true, parameters: { range: "30d" } });
    expect(range("range=1y")).toEqual({ ok: false, parameter: "range", reason: "malformed" });
  });
});
