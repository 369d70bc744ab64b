import "server-only";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { listEvents } from "@/lib/server/history/event-list";
import { closeDatabase } from "@/lib/server/database/store";
import { recordRead, untilRecorded } from "@/lib/server/history/recorder";
import { engine } from "@/lib/server/testing/engine";
import { OPERATOR } from "@/lib/server/testing/users";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import { DAY_MS } from "@/lib/vpn/history";
import { connection, tunnel } from "@/lib/vpn/testing/connections";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

export const MINUTE_MS = 60_000;
/** Recent enough to be kept, whenever the tests run. */
export const T0 = (Math.floor(Date.now() / DAY_MS) - 2) * DAY_MS;

/** A history in a folder of its own, or on the server of the tests. `end` takes the folder away. */
export function startHistory() {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-history-"));
  vi.stubEnv("TUNNELBOARD_DATA_DIR", folder);
  if (engine.isServer) vi.stubEnv("DATABASE_URL", engine.url);
  globalThis.__tunnelboard = undefined;
  return {
    folder,
    /** As a new start of the program finds it. */
    restart: async () => {
      await untilRecorded();
      await closeDatabase();
      globalThis.__tunnelboard = undefined;
    },
    end: async () => {
      await untilRecorded();
      await closeDatabase();
      globalThis.__tunnelboard = undefined;
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A read of a region some minutes after the beginning. */
export async function read(
  minutes: number,
  connections: VpnConnection[],
  reason: string | null = null,
  regionId = "region-1",
) {
  const at = T0 + minutes * MINUTE_MS;
  const known = await recordRead({ regionId, at, connections }, reason);
  await untilRecorded();
  return known;
}

/** What the list of events tells, oldest first, in minutes after the beginning; without what is not known. */
export async function told() {
  const { events } = await listEvents(NO_EVENT_PARAMETERS, OPERATOR);
  return events.toReversed().map(({ at, kind, tunnel: number, before, after, lasted }) => {
    const minute = (at - T0) / MINUTE_MS;
    const minutes = lasted === null ? null : lasted / MINUTE_MS;
    const fields = Object.entries({ minute, kind, tunnel: number, before, after, lasted: minutes });
    return Object.fromEntries(fields.filter(([, value]) => value !== null));
  });
}

export const UP = "ipsec_sa_established";
export const DOWN = "ike_sa_not_established";

/** A connection with one tunnel. */
export function single(status: string | null, more: Partial<VpnConnection> = {}) {
  return connection("vco-1", [tunnel(status)], {
    regionId: "region-1",
    name: "office",
    vpnGatewayId: "vpn-1",
    customerGatewayIds: ["cgw-1"],
    ...more,
  });
}

/** A connection with a pair of tunnels. */
export function pair(first: string, second: string, more: Partial<VpnTunnel> = {}) {
  return connection(
    "vco-2",
    [
      { ...tunnel(first), tunnelId: "tun-a", role: "master", ...more },
      { ...tunnel(second), tunnelId: "tun-b", role: "slave" },
    ],
    { regionId: "region-1", name: "plant", vpnGatewayId: "vpn-2", customerGatewayIds: ["cgw-2"] },
  );
}
