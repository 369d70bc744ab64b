import { createRandom, seedOf } from "./account/random";
import type { TunnelFacts } from "./logs/tunnel";
import { at, listAt } from "./wire-value";

/** The one of the given id, or of the connection where it has no pair; undefined where there is none such. */
export function tunnelFacts(connection: unknown, tunnelId: string): TunnelFacts | undefined {
  const tunnels = tunnelsOf(connection);
  if (tunnels.length === 0) return factsOf(connection, connection, "");
  const tunnel = tunnels.find((one) => at(one, "TunnelId") === tunnelId);
  return tunnel === undefined ? undefined : factsOf(connection, tunnel, "Tunnel");
}

export function tunnelsOf(connection: unknown): unknown[] {
  return listAt(connection, "TunnelOptionsSpecification", "TunnelOptions");
}

function factsOf(connection: unknown, tunnel: unknown, prefix: "" | "Tunnel"): TunnelFacts {
  const ike = at(tunnel, `${prefix}IkeConfig`);
  const ipsec = at(tunnel, `${prefix}IpsecConfig`);
  const ikeVersion = text(at(ike, "IkeVersion"), "ikev1");
  const tunnelId = at(tunnel, "TunnelId");
  return {
    connectionId: text(at(connection, "VpnConnectionId")),
    tunnelId: typeof tunnelId === "string" ? tunnelId : undefined,
    status: text(at(tunnel, "Status") ?? at(tunnel, "status")),
    local: text(at(ike, "LocalId"), text(at(tunnel, "InternetIp"), "203.0.113.1")),
    remote: text(at(ike, "RemoteId"), "198.51.100.1"),
    localNetwork: firstNetwork(at(connection, "LocalSubnet")),
    remoteNetwork: firstNetwork(at(connection, "RemoteSubnet")),
    ikeVersion,
    ikeGroup: text(at(ike, "IkePfs"), "group2"),
    ipsecGroup: text(at(ipsec, "IpsecPfs"), "group2"),
    encryption: text(at(ike, "IkeEncAlg"), "aes"),
    daemon: daemonOf(connection, ikeVersion),
  };
}

/** racoon speaks IKEv1 only; a gateway runs one of them for all of its tunnels that both could serve. */
function daemonOf(connection: unknown, ikeVersion: string): TunnelFacts["daemon"] {
  const gateway = text(at(connection, "VpnGatewayId"), text(at(connection, "TransitRouterId")));
  const isOld = createRandom(seedOf(0, gateway)).chance(0.6);
  return ikeVersion === "ikev1" && isOld ? "racoon" : "strongSwan";
}

function text(value: unknown, absent = ""): string {
  return typeof value === "string" && value !== "" ? value : absent;
}

function firstNetwork(value: unknown): string {
  const [first = ""] = text(value, "0.0.0.0/0").split(",");
  return first;
}
