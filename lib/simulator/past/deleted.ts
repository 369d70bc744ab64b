import type { Random } from "../account/random";
import type { Region } from "../account/regions";
import type { SimulatedRegion } from "../account/region-connections";
import type { VpnConnection } from "../account/wire";
import type { Candidates } from "./candidates";
import type { Days } from "./days";
import type { Incident } from "./incident";
import { outage } from "./outages";
import { hour } from "./times";
import { withTunnels } from "./with-tunnels";

export type Deleted = {
  /** The one that stood before it in the list of its region. */
  model: VpnConnection;
  connection: VpnConnection;
  incident: Incident;
};

/** Like one that is there now, between the same gateways, with ids and a network of its own. */
function sibling(model: VpnConnection, region: Region, random: Random): VpnConnection {
  const id = (prefix: string) => `${prefix}-${region.infix}${random.text(17)}`;
  const connection = {
    ...model,
    VpnConnectionId: id("vco"),
    Name: `${region.short}-old-dc-migration`,
    RemoteSubnet: `192.168.${random.integer(0, 255)}.0/24`,
  };
  return withTunnels(connection, (tunnel) => ({ ...tunnel, TunnelId: id("tun") }));
}

/** Switched off at the other end, and deleted some hours later. */
export function drawDeleted(
  account: readonly SimulatedRegion[],
  candidates: Candidates,
  days: Days,
  random: Random,
): Deleted[] {
  const off = days.next();
  // One that is taken is in no outage of a gateway, which would be one of the deleted one too.
  const model = candidates.take();
  const part = account.find(({ connections }) => connections.some((one) => one === model));
  if (!model || !part) return [];
  const { region } = part;
  const connection = sibling(model, region, random);
  const at = off + random.integer(1, 3) * hour;
  const down = { ...outage(connection, { from: off, minutes: 0 }, random), to: Infinity };
  const { vpnConnectionId } = down;
  const gone = { vpnConnectionId, from: at, to: Infinity, change: () => null };
  return [{ model, connection, incident: { kind: "deleted", differences: [down, gone] } }];
}
