import type {
  IkeConfig,
  IpsecConfig,
  Lifetime,
  TunnelOptions,
  VpnConnection,
} from "../account/wire";
import type { Change } from "./incident";
import { withTunnels } from "./with-tunnels";

type Edit = {
  ike?: <L extends Lifetime>(config: IkeConfig<L>) => IkeConfig<L>;
  ipsec?: <L extends Lifetime>(config: IpsecConfig<L>) => IpsecConfig<L>;
};

/** The same edit of both tunnels, or of the connection when it has none. */
function edited(connection: VpnConnection, { ike, ipsec }: Edit): VpnConnection {
  const { IkeConfig, IpsecConfig, TunnelOptionsSpecification } = connection;
  if (TunnelOptionsSpecification) {
    return withTunnels(connection, (tunnel) => ({
      ...tunnel,
      ...(ike ? { TunnelIkeConfig: ike(tunnel.TunnelIkeConfig) } : {}),
      ...(ipsec ? { TunnelIpsecConfig: ipsec(tunnel.TunnelIpsecConfig) } : {}),
    }));
  }
  return {
    ...connection,
    ...(ike && IkeConfig ? { IkeConfig: ike(IkeConfig) } : {}),
    ...(ipsec && IpsecConfig ? { IpsecConfig: ipsec(IpsecConfig) } : {}),
  };
}

function lifetimeOf8Hours(tunnel: TunnelOptions): TunnelOptions {
  return { ...tunnel, TunnelIkeConfig: { ...tunnel.TunnelIkeConfig, IkeLifetime: "28800" } };
}

/** Of tunnel 1 only, as when somebody tries it out. */
export const shortIkeLifetime: Change = (connection) =>
  withTunnels(connection, (tunnel, index) => (index === 0 ? lifetimeOf8Hours(tunnel) : tunnel));

/** The weaker proposal that the device on the other side had before it was renewed. */
export const formerProposal: Change = (connection) =>
  edited(connection, {
    ike: (config) => ({
      ...config,
      IkeEncAlg: config.IkeEncAlg === "aes" ? "3des" : "aes",
      IkeAuthAlg: config.IkeAuthAlg === "sha1" ? "md5" : "sha1",
      IkePfs: config.IkePfs === "group2" ? "group1" : "group2",
    }),
    ipsec: (config) => ({
      ...config,
      IpsecEncAlg: config.IpsecEncAlg === "aes" ? "3des" : "aes",
      IpsecAuthAlg: config.IpsecAuthAlg === "sha1" ? "md5" : "sha1",
    }),
  });

/** Contains the present key, so that tests that look for leaks find this one too. */
export const formerKey: Change = (connection) =>
  edited(connection, {
    ike: (config) => (config.Psk === undefined ? config : { ...config, Psk: `old-${config.Psk}` }),
  });

export const withoutLastSubnet: Change = (connection) => ({
  ...connection,
  RemoteSubnet: connection.RemoteSubnet.split(",").slice(0, -1).join(","),
});

export const formerName: Change = (connection) => ({
  ...connection,
  Name: `${connection.Name.slice(0, 90)}-new`,
});
