import "server-only";
import type { Sample } from "@/lib/server/metrics/family-text";
import { SEVERITIES } from "@/lib/vpn/findings/finding";
import type { FindingCounts } from "@/lib/vpn/findings/list";
import { countsOf } from "@/lib/vpn/select-page";
import { isDown, tunnelCondition, VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** By region, of those that have been read. */
type Connections = ReadonlyMap<string, readonly VpnConnection[]>;

export function* ofVerdicts(regions: Connections): Generator<Sample<string>, void> {
  for (const [regionId, connections] of regions) {
    const counts = countsOf([...connections]);
    for (const verdict of VERDICTS_WORST_FIRST) {
      yield { labels: { region_id: regionId, verdict }, value: counts[verdict] };
    }
  }
}

/** Tunnels have the numbers that pages show. */
export function* ofTunnels(regions: Connections): Generator<Sample<string>, void> {
  for (const [regionId, connections] of regions) {
    for (const { vpnConnectionId, tunnels } of connections) {
      for (const [index, tunnel] of tunnels.entries()) {
        const value = valueOf(tunnel);
        if (value === null) continue;
        const labels = {
          region_id: regionId,
          vpn_connection_id: vpnConnectionId,
          tunnel: index + 1,
        };
        yield { labels, value };
      }
    }
  }
}

/** What is not known is empty, which to Prometheus is the same as no label. */
export function* ofConnections(regions: Connections): Generator<Sample<string>, void> {
  for (const [regionId, connections] of regions) {
    for (const connection of connections) {
      const labels = {
        region_id: regionId,
        vpn_connection_id: connection.vpnConnectionId,
        name: connection.name,
        vpn_gateway_id: connection.vpnGatewayId ?? "",
        ike_version: ikeVersionsOf(connection),
        tunnel_mode: connection.tunnelMode,
      };
      yield { labels, value: 1 };
    }
  }
}

export function* ofFindings(counts: FindingCounts): Generator<Sample<string>, void> {
  for (const severity of SEVERITIES) yield { labels: { severity }, value: counts[severity] };
}

/** Null while it is neither up nor down. */
function valueOf(tunnel: VpnTunnel): number | null {
  const condition = tunnelCondition(tunnel);
  if (condition === "up") return 1;
  return isDown(condition) ? 0 : null;
}

/** One, but for a pair whose tunnels differ. */
function ikeVersionsOf({ tunnels }: VpnConnection): string {
  const versions = tunnels.flatMap(({ ikeConfig }) => ikeConfig.ikeVersion ?? []);
  return [...new Set(versions)].join(",");
}
