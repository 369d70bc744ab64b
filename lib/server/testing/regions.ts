import "server-only";
import type { Region } from "@/lib/vpn/types";

/** Lets the process know these regions, without an API that lists them. */
export function serveRegions(read: (language: string) => Promise<Region[]>): void {
  const regions = {
    read: async (language: string) => ({ answer: await read(language), failure: null }),
    peek: () => undefined,
    kept: () => undefined,
  };
  globalThis.__tunnelboard = { ...globalThis.__tunnelboard, regions };
}

/** Lets the process know that no region has a gateway, without an API that lists them. */
export function serveNoGateways(): void {
  const answer = { items: [], requestId: null, fetchedAt: 0 };
  const none = {
    read: async () => ({ answer, failure: null }),
    peek: () => undefined,
    kept: () => undefined,
  };
  globalThis.__tunnelboard = {
    ...globalThis.__tunnelboard,
    vpnGatewayLists: none,
    customerGatewayLists: none,
  };
}

/** `region-1` and so on, with names that tell the language. */
export const regions = (count: number) => async (language: string) =>
  Array.from({ length: count }, (_, index) => `region-${index + 1}`).map((regionId) => ({
    regionId,
    localName: `${regionId} ${language}`,
  }));
