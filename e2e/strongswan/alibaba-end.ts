import { type Account, type IkeBody, type IpsecBody, isPair } from "@/e2e/strongswan/account";

/**
 * Configures charon to do what Alibaba's gateway does with a connection. It shares no code with what
 * Tunnelboard writes for the other end, so that a mistake in one is not made in the other.
 */
export function alibabaEnd(account: Account): string {
  const tunnels = tunnelsOf(account);
  return `
connections {${tunnels.map(connection).join("")}}
secrets {${tunnels.map(secret).join("")}}
`;
}

/** The CHILD_SA of a tunnel has the name of its connection. */
export const alibabaTunnel = (number: number) => `tunnel${number}`;

type Tunnel = {
  name: string;
  address: string;
  peer: string;
  hasDpd: boolean;
  ike: IkeBody;
  ipsec: IpsecBody;
  localSubnets: string;
  remoteSubnets: string;
};

const GROUPS: Record<string, string> = {
  group1: "-modp768",
  group2: "-modp1024",
  group5: "-modp1536",
  group14: "-modp2048",
  group24: "-modp2048s256",
  disabled: "",
};

function proposal(encryption: string, integrity: string, group: string): string {
  return `${encryption === "aes" ? "aes128" : encryption}-${integrity}${GROUPS[group]}`;
}

function connection({ name, address, peer, hasDpd, ike, ipsec, ...subnets }: Tunnel): string {
  const isFirstVersion = ike.IkeVersion === "ikev1";
  return `
  ${name} {
    version = ${isFirstVersion ? 1 : 2}
    aggressive = ${isFirstVersion && ike.IkeMode === "aggressive" ? "yes" : "no"}
    local_addrs = ${address}
    remote_addrs = ${peer}
    proposals = ${proposal(ike.IkeEncAlg, ike.IkeAuthAlg, ike.IkePfs)}
    rekey_time = ${ike.IkeLifetime}s
    dpd_delay = ${hasDpd ? 10 : 0}s
    local { ${authentication(ike.LocalId ?? address)} }
    remote { ${authentication(ike.RemoteId ?? peer)} }
    children {
      ${name} {
        local_ts = ${subnets.localSubnets}
        remote_ts = ${subnets.remoteSubnets}
        esp_proposals = ${proposal(ipsec.IpsecEncAlg, ipsec.IpsecAuthAlg, ipsec.IpsecPfs)}
        rekey_time = ${ipsec.IpsecLifetime}s
      }
    }
  }`;
}

const authentication = (id: string) => `
      auth = psk
      id = ${quoted(id)}`;

function secret({ name, address, peer, ike }: Tunnel): string {
  return `
  ike-${name} {
    id-local = ${quoted(ike.LocalId ?? address)}
    id-remote = ${quoted(ike.RemoteId ?? peer)}
    secret = 0s${Buffer.from(ike.Psk).toString("base64")}
  }`;
}

const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

function tunnelsOf({ connection, vpnGateway, customerGateways }: Account): Tunnel[] {
  const peerOf = (id: string) =>
    customerGateways.find(({ CustomerGatewayId }) => CustomerGatewayId === id)?.IpAddress ?? "";
  const subnets = { localSubnets: connection.LocalSubnet, remoteSubnets: connection.RemoteSubnet };
  if (isPair(connection)) {
    return connection.TunnelOptionsSpecification.TunnelOptions.map((tunnel, index) => ({
      ...subnets,
      name: alibabaTunnel(index + 1),
      address: tunnel.InternetIp,
      peer: peerOf(tunnel.CustomerGatewayId),
      hasDpd: tunnel.EnableDpd,
      ike: tunnel.TunnelIkeConfig,
      ipsec: tunnel.TunnelIpsecConfig,
    }));
  }
  return [
    {
      ...subnets,
      name: alibabaTunnel(1),
      address: connection.InternetIp ?? vpnGateway.InternetIp,
      peer: peerOf(connection.CustomerGatewayId),
      hasDpd: connection.EnableDpd,
      ike: connection.IkeConfig,
      ipsec: connection.IpsecConfig,
    },
  ];
}
