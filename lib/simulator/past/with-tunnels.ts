import type { TunnelOptions, VpnConnection } from "../account/wire";

/** The same connection with other tunnels; one that has none of its own stays as it is. */
export function withTunnels(
  connection: VpnConnection,
  change: (tunnel: TunnelOptions, index: number) => TunnelOptions,
): VpnConnection {
  const tunnels = connection.TunnelOptionsSpecification?.TunnelOptions;
  if (!tunnels) return connection;
  return {
    ...connection,
    TunnelOptionsSpecification: { TunnelOptions: tunnels.map((one, index) => change(one, index)) },
  };
}
