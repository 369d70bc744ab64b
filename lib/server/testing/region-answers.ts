import "server-only";
import { vi } from "vitest";
import { recordRead, standingsIn } from "@/lib/server/history/recorder";
import { listenToReads } from "@/lib/server/inventory/read-listener";
import { isBackground } from "@/lib/server/vpc-api/quota/background";
import { connectTo } from "@/lib/server/testing/account";
import { regions, serveNoGateways, serveRegions } from "@/lib/server/testing/regions";
import { describeAllVpnConnections } from "@/lib/server/vpc-api/vpn-connections";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import { connection, tunnel } from "@/lib/vpn/testing/connections";
import type { UnreadableConnection, VpnConnection } from "@/lib/vpn/types";

type Outcome = VpnConnection[] | Error | "never";
type Says = { outcome: Outcome; tookMs: number; unreadable: UnreadableConnection[] };

export const UP = "ipsec_sa_established";
export const DOWN = "ike_sa_not_established";

/** One connection of a region. */
export const one = (
  regionId: string,
  id: string,
  status: string | null = UP,
  more: Partial<VpnConnection> = {},
) => connection(id, [tunnel(status)], { ...more, regionId });

/**
 * Stands in for the API of `region-1`, `region-2` and so on, for tests that mock
 * `vpc-api/vpn-connections` on a stopped clock. A region of which nothing is said has one that is up.
 */
export function regionAnswers(count: number) {
  connectTo({ url: "", accessKeyId: "LTAI-test", accessKeySecret: "hunter2" });
  // As when the server starts.
  listenToReads({ recordRead, standingsIn });
  serveRegions(regions(count));
  serveNoGateways();
  const said = new Map<string, Says>();
  const asked: { regionId: string; at: number; isBackground: boolean }[] = [];
  vi.mocked(describeAllVpnConnections).mockReset();
  vi.mocked(describeAllVpnConnections).mockImplementation((regionId) => {
    asked.push({ regionId, at: performance.now(), isBackground: isBackground() });
    const answer = said.get(regionId) ?? { outcome: [one(regionId, "vco-1")], tookMs: 0 };
    const { outcome, tookMs, unreadable = [] }: Partial<Says> = answer;
    return new Promise<Omit<RegionSnapshot, "version">>((resolve, reject) => {
      if (outcome === "never") return;
      setTimeout(() => {
        if (outcome instanceof Error) {
          reject(outcome);
        } else {
          const fetchedAt = Date.now();
          resolve({ regionId, vpnConnections: outcome, unreadable, requestId: null, fetchedAt });
        }
      }, tookMs);
    });
  });
  return {
    asked,
    timesOf: (regionId: string) =>
      asked.filter((call) => call.regionId === regionId).map(({ at }) => at),
    say: (
      regionId: string,
      outcome: Outcome,
      { tookMs = 0, unreadable = [] }: Partial<Omit<Says, "outcome">> = {},
    ) => void said.set(regionId, { outcome, tookMs, unreadable }),
  };
}
