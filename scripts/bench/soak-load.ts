import type { Fault } from "@/lib/simulator/faults";
import { api } from "@/lib/vpn/hrefs";

/** What goes wrong upstream, one after another; `strikes` is about a quarter of what is asked then. */
export function faultsOf(phase: number, strikes: number): Fault[] {
  const phases: Fault[][] = [
    [],
    [{ kind: "reset", times: strikes }],
    [{ kind: "latency", ms: 300, times: strikes }],
    // Each costs the server's own limit of time.
    [{ kind: "hang", times: 2 }],
    [],
    [{ kind: "throttle", times: 5 }],
    [{ kind: "error", code: "ServiceUnavailable", status: 503, times: strikes }],
    [{ kind: "half-body", times: strikes }],
    [{ kind: "body", body: "<html>rubbish</html>", contentType: "text/html", times: strikes }],
    [{ kind: "body", body: '{"VpnConnections":{"VpnConnection":[{"Status":[1]}]', times: strikes }],
    [{ kind: "wrong-types", times: strikes }],
    [{ kind: "xml", times: strikes }],
    [{ kind: "status", status: 502, times: strikes }],
    // One region is out for as long as the phase lasts: what is old stands in.
    [{ kind: "reset", regionId: "cn-shanghai" }],
    [{ kind: "error", code: "Forbidden.RAM", status: 403, regionId: "eu-central-1" }],
  ];
  return phases[phase % phases.length] ?? [];
}

/** What is asked, in turn: pages, searches, everything, and filters that nobody has asked for before. */
export function addressOf(refresh: number, regionIds: string[]): string {
  const regionId = regionIds[refresh % regionIds.length] ?? "";
  const turn = Math.floor(refresh / regionIds.length);
  switch (turn % 5) {
    case 0:
      return api.vpnConnections(regionId, { pageSize: 50 });
    case 1:
      return api.vpnConnections(regionId, { q: `10.${turn % 250}.7.9`, sort: "-name" });
    case 2:
      return api.overview;
    case 3:
      return api.vpnConnections(regionId, { vpnConnectionId: `vco-soak${refresh}` });
    default:
      return api.vpnConnection(regionId, `vco-soak${refresh}`);
  }
}

/** The status of an answer that a client can read, or what else came. */
export async function ask(address: string): Promise<string> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(60_000) });
    await response.json();
    return String(response.status);
  } catch (error) {
    return error instanceof Error ? error.message : "failed";
  }
}
