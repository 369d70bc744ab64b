import { QueryClient } from "@tanstack/react-query";
import { afterEach, describe, expect, it, vi } from "vitest";
import { vpnConnectionsQuery } from "@/lib/vpn/queries";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";

const question = (asked: Record<string, string | string[]>) =>
  listParametersOf(readPageParameters(asked));

const keyOf = (regionId: string, asked: Record<string, string | string[]>) =>
  JSON.stringify(vpnConnectionsQuery(regionId, question(asked)).queryKey);

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the query for a list", () => {
  it("has one key for one question, whatever the page's address says besides", () => {
    const key = keyOf("cn-hangzhou", { pageNumber: "2" });
    expect(keyOf("cn-hangzhou", { pageNumber: "2", pageSize: "10", open: "vco-1" })).toBe(key);
  });

  it.each([
    ["cn-shanghai", {}],
    ["cn-hangzhou", { pageNumber: "2" }],
    ["cn-hangzhou", { pageSize: "20" }],
    ["cn-hangzhou", { vpnGatewayId: "vpn-1" }],
    ["cn-hangzhou", { tag: "a:b" }],
  ])("has another key for %s with %j", (regionId, asked) => {
    expect(keyOf(regionId, asked)).not.toBe(keyOf("cn-hangzhou", {}));
  });

  it("asks the data's address once, also when that fails", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response("down", { status: 502 }));
    vi.stubGlobal("fetch", fetch);
    const query = vpnConnectionsQuery("cn-hangzhou", question({ tag: "a:b" }));
    await expect(new QueryClient().fetchQuery(query)).rejects.toThrow("502");
    expect(fetch).toHaveBeenCalledOnce();
    expect(fetch).toHaveBeenCalledWith(
      "/api/regions/cn-hangzhou/vpn-connections?tag=a:b",
      expect.anything(),
    );
  });
});
