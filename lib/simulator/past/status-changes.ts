import { established } from "../account/sa-status";
import type { TunnelOptions, VpnConnection } from "../account/wire";
import type { Change } from "./incident";
import { withTunnels } from "./with-tunnels";

type Sa = { Status: string; session: "success" | "false" };

const up: Sa = { Status: established, session: "success" };

function tunnelWith(tunnel: TunnelOptions, { Status, session }: Sa): TunnelOptions {
  const bgp = tunnel.TunnelBgpConfig;
  return {
    ...tunnel,
    Status,
    ...(bgp ? { TunnelBgpConfig: { ...bgp, BgpStatus: session } } : {}),
  };
}

/** A single tunnel, with the BGP session and the health check that go through it. */
function singleWith(connection: VpnConnection, { Status, session }: Sa): VpnConnection {
  const { VpnBgpConfig: bgp, VcoHealthCheck: check } = connection;
  const probed = session === "success" ? "success" : "failed";
  return {
    ...connection,
    Status,
    ...(bgp ? { VpnBgpConfig: { ...bgp, Status: session } } : {}),
    ...(check?.Enable === "true" ? { VcoHealthCheck: { ...check, Status: probed } } : {}),
  };
}

type ChangesWhich = (tunnel: TunnelOptions | VpnConnection, index: number) => boolean;

function withStatus(sa: Sa, changes: ChangesWhich): (connection: VpnConnection) => VpnConnection {
  return (connection) => {
    if (connection.TunnelOptionsSpecification) {
      return withTunnels(connection, (tunnel, index) =>
        changes(tunnel, index) ? tunnelWith(tunnel, sa) : tunnel,
      );
    }
    return changes(connection, 0) ? singleWith(connection, sa) : connection;
  };
}

/** Takes down what is up; a tunnel that is down already keeps its status. */
export function goesDown(status: string, tunnelIndex?: number): Change {
  return withStatus(
    { Status: status, session: "false" },
    ({ Status }, index) =>
      Status === established && (tunnelIndex === undefined || tunnelIndex === index),
  );
}

/** What is down now was up once; what has never negotiated was not. */
export const wasUp: Change = withStatus(up, ({ Status }) => Boolean(Status));

export const notNegotiated: Change = withStatus({ Status: "", session: "false" }, () => true);
