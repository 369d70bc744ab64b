import { healthOf, tunnelsOf } from "../account/health";
import type { Random } from "../account/random";
import type { SimulatedRegion } from "../account/region-connections";
import type { VpnConnection } from "../account/wire";

export type Test = (connection: VpnConnection) => boolean;

export function idOf({ VpnConnectionId }: VpnConnection): string {
  return VpnConnectionId;
}

/** Where a tunnel is being changed, its status says nothing. */
export function isSteady(connection: VpnConnection): boolean {
  const beingChanged = tunnelsOf(connection).some(({ State }) => State !== "active");
  return healthOf(connection) === "up" && connection.State !== "updating" && !beingChanged;
}

/** Every device that the connection ends at, once for each tunnel. */
function customerGatewaysOf(connection: VpnConnection): string[] {
  const ofTunnels = tunnelsOf(connection).map(({ CustomerGatewayId }) => CustomerGatewayId);
  return ofTunnels.length > 0 ? ofTunnels : [connection.CustomerGatewayId];
}

/** The connections of one gateway that all go down when it does. */
export type GatewayConnections = readonly VpnConnection[];

function groups(
  connections: readonly VpnConnection[],
  gatewaysOf: (connection: VpnConnection) => readonly string[],
): GatewayConnections[] {
  const found = new Map<string, VpnConnection[]>();
  for (const connection of connections) {
    for (const id of new Set(gatewaysOf(connection))) {
      found.set(id, [...(found.get(id) ?? []), connection]);
    }
  }
  return [...found.values()].filter((group) =>
    group.every((connection) => new Set(gatewaysOf(connection)).size === 1),
  );
}

/** Each connection is handed out once, so that the incidents worth looking at do not mix. */
export function createCandidates(account: readonly SimulatedRegion[], random: Random) {
  const all = account.flatMap(({ connections }) => connections);
  const steady = random.shuffle(all.filter(isSteady));
  const byCustomerGateway = random.shuffle(groups(all, customerGatewaysOf));
  const byVpnGateway = random.shuffle(
    groups(all, ({ VpnGatewayId }) => (VpnGatewayId ? [VpnGatewayId] : [])),
  );
  const taken = new Set<string>();
  const isFree: Test = ({ VpnConnectionId }) => !taken.has(VpnConnectionId);

  /** The largest that is left. */
  function takeGroup(from: readonly GatewayConnections[], test: Test): GatewayConnections {
    const isWanted: Test = (connection) => isFree(connection) && test(connection);
    const usable = from.filter((group) => group.every(isWanted));
    const [group = []] = usable.sort((a, b) => b.length - a.length);
    for (const { VpnConnectionId } of group) taken.add(VpnConnectionId);
    return group;
  }

  return {
    all,
    /** A steady one, at random. */
    take(test: Test = () => true, from: readonly VpnConnection[] = steady) {
      const found = from.find((connection) => isFree(connection) && test(connection));
      if (found) taken.add(found.VpnConnectionId);
      return found;
    },
    takeCustomerGateway: (test: Test) => takeGroup(byCustomerGateway, test),
    takeVpnGateway: (test: Test) => takeGroup(byVpnGateway, test),
    free: () => steady.filter(isFree),
  };
}

export type Candidates = ReturnType<typeof createCandidates>;
