import "server-only";
import type { User } from "@/lib/server/auth/user";
import { usableSnapshot } from "@/lib/server/inventory/all-regions";
import { knownRegion, knownRegionsSoFar } from "@/lib/server/history/recorder";
import { findingCountsSoFar } from "@/lib/server/inventory/findings";
import { lastSnapshot } from "@/lib/server/inventory/snapshots";
import { knownRegionIds } from "@/lib/server/inventory/regions";
import type { Family } from "@/lib/server/metrics/family-text";
import { ofConnections, ofFindings, ofTunnels, ofVerdicts } from "@/lib/server/metrics/samples";

/** By this replica, or by the one that reads for all. */
function lastReadAt(regionId: string): number {
  const { answer } = lastSnapshot(regionId) ?? { answer: null };
  return Math.max(answer?.fetchedAt ?? 0, knownRegion(regionId).lastReadAt ?? 0);
}

/** What is told of the account, from the snapshots that there are now; names are fixed (docs/metrics.md). */
export async function familiesFor(user: User): Promise<Family[]> {
  const listed = knownRegionIds(user);
  // An API that has not told the regions since the start must not silence the alert about it.
  const regionIds = listed.length > 0 ? listed : knownRegionsSoFar();
  const snapshots = new Map(
    regionIds.flatMap((regionId) => {
      const snapshot = usableSnapshot(regionId, user);
      return snapshot === null ? [] : [[regionId, snapshot.vpnConnections] as const];
    }),
  );
  return [
    {
      name: "tunnelboard_region_last_read_timestamp_seconds",
      help: "When the region was last read whole; 0 where this server has not read it yet.",
      labelNames: ["region_id"],
      samples: regionIds.map((regionId) => ({
        labels: { region_id: regionId },
        value: lastReadAt(regionId) / 1000,
      })),
    },
    {
      name: "tunnelboard_vpn_connections",
      help: "Connections of the region, by their verdict.",
      labelNames: ["region_id", "verdict"],
      samples: ofVerdicts(snapshots),
    },
    {
      name: "tunnelboard_vpn_tunnel_up",
      help: "1 while the tunnel is up, 0 while it is down; none while it is neither.",
      labelNames: ["region_id", "vpn_connection_id", "tunnel"],
      samples: ofTunnels(snapshots),
    },
    {
      name: "tunnelboard_vpn_connection_info",
      help: "Always 1: what a connection is called, to be joined with its tunnels.",
      labelNames: [
        "region_id",
        "vpn_connection_id",
        "name",
        "vpn_gateway_id",
        "ike_version",
        "tunnel_mode",
      ],
      samples: ofConnections(snapshots),
    },
    {
      name: "tunnelboard_findings",
      help: "Findings that nobody has accepted, by severity.",
      labelNames: ["severity"],
      // Before a region has been read, nothing is known of any.
      samples: snapshots.size === 0 ? [] : ofFindings(await findingCountsSoFar(user)),
    },
  ];
}
