import { describe, expect, it } from "vitest";
import { LATEST_LOGS } from "@/lib/vpn/logs/connection-logs";
import { readLogs, readLogsPage } from "@/lib/vpn/search-params-logs";

describe("the address of logs", () => {
  it("asks for the latest ten minutes of all tunnels where it says nothing", () => {
    expect(readLogs(new URLSearchParams())).toEqual({
      ok: true,
      parameters: { question: LATEST_LOGS },
    });
    expect(readLogsPage({})).toEqual(LATEST_LOGS);
  });

  it("asks for a tunnel, and minutes of the past", () => {
    const question = { tunnelId: "tun-1", minutes: 3, until: 1_700_000_000_000 };
    const query = "tunnelId=tun-1&minutes=3&until=1700000000000";
    expect(readLogs(new URLSearchParams(query))).toEqual({ ok: true, parameters: { question } });
    expect(readLogsPage(Object.fromEntries(new URLSearchParams(query)))).toEqual(question);
  });

  it.each([
    ["minutes=0", "minutes", "malformed"],
    ["minutes=11", "minutes", "malformed"],
    ["minutes=1.5", "minutes", "malformed"],
    ["minutes=", "minutes", "malformed"],
    ["minutes=3&minutes=4", "minutes", "repeated"],
    ["until=yesterday", "until", "malformed"],
    ["until=-1", "until", "malformed"],
    ["tunnelId=a%2Fb", "tunnelId", "malformed"],
    ["range=7d", "range", "unknown"],
  ])("%s is refused by the API, and the default on the page", (query, parameter, reason) => {
    const given = new URLSearchParams(query);
    expect(readLogs(given)).toEqual({ ok: false, parameter, reason });
    expect(readLogsPage({ [parameter]: `!${given.get(parameter)}` })).toEqual(LATEST_LOGS);
  });
});
