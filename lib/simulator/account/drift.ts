import { createRandom, seedOf } from "./random";
import type { SimulatedRegion } from "./region-connections";
import { drawDownStatus, established } from "./sa-status";
import type { TunnelOptions, VpnConnection } from "./wire";

/** One SA, with the BGP session and the health check that go through it. */
type Link = { isUp(): boolean; fail(status: string): void; recover(): void };

function tunnelLink(tunnel: TunnelOptions): Link {
  const bgp = tunnel.TunnelBgpConfig;
  const bgpBefore = bgp?.BgpStatus;
  return {
    isUp: () => tunnel.Status === established,
    fail(status) {
      tunnel.Status = status;
      if (bgp) bgp.BgpStatus = "false";
    },
    recover() {
      tunnel.Status = established;
      if (bgp) bgp.BgpStatus = bgpBefore;
    },
  };
}

function connectionLink(connection: VpnConnection): Link {
  const bgp = connection.VpnBgpConfig;
  const bgpBefore = bgp?.Status;
  // Off, it is one object for all connections, and its Status means nothing.
  const check = connection.VcoHealthCheck?.Enable === "true" ? connection.VcoHealthCheck : null;
  const checkBefore = check?.Status ?? "";
  return {
    isUp: () => connection.Status === established,
    fail(status) {
      connection.Status = status;
      if (bgp) bgp.Status = "false";
      if (check) check.Status = "failed";
    },
    recover() {
      connection.Status = established;
      if (bgp) bgp.Status = bgpBefore;
      if (check) check.Status = checkBefore;
    },
  };
}

function linksOf(connection: VpnConnection): Link[] {
  const tunnels = connection.TunnelOptionsSpecification?.TunnelOptions;
  return tunnels ? tunnels.map(tunnelLink) : [connectionLink(connection)];
}

/** Takes links down and brings the same ones back, so that the proportions stay as they were. */
export function createDrift(account: readonly SimulatedRegion[], seed: number): () => void {
  const random = createRandom(seedOf(seed, "drift"));
  const links = account.flatMap(({ connections }) => connections.flatMap(linksOf));
  const mostDown = Math.max(1, Math.round(links.length / 100));
  const down: Link[] = [];

  return () => {
    for (let change = random.integer(1, 3); change > 0 && links.length > 0; change -= 1) {
      if (down.length >= mostDown || (down.length > 0 && random.chance(0.5))) {
        down.shift()?.recover();
        continue;
      }
      const link = random.pick(links);
      if (!link.isUp()) continue;
      link.fail(drawDownStatus(random));
      down.push(link);
    }
  };
}

const stepMs = 4000;

/** Returns what stops it. */
export function startDrift(account: readonly SimulatedRegion[], seed: number): () => void {
  const timer = setInterval(createDrift(account, seed), stepMs);
  timer.unref();
  return () => clearInterval(timer);
}
