import type {
  Account,
  BgpBody,
  ConnectionBody,
  PairBody,
  SingleBody,
} from "@/e2e/strongswan/account";
import type { Combination } from "@/e2e/strongswan/factors";
import { ALIBABA_ADDRESSES, PEER_ADDRESSES } from "@/e2e/strongswan/lab";

const [ALIBABA_ONE, ALIBABA_TWO] = ALIBABA_ADDRESSES;
const [PEER_ONE, PEER_TWO] = PEER_ADDRESSES;

const SUBNETS: Record<string, { LocalSubnet: string; RemoteSubnet: string }> = {
  one: { LocalSubnet: "10.1.0.0/16", RemoteSubnet: "10.2.0.0/24" },
  several: { LocalSubnet: "10.1.0.0/16,172.16.0.0/20", RemoteSubnet: "10.2.0.0/24,192.168.7.0/28" },
  IPv6: { LocalSubnet: "fd00:1::/64", RemoteSubnet: "fd00:2::/56" },
  others: { LocalSubnet: "10.8.0.0/16", RemoteSubnet: "10.9.0.0/24" },
  "the default route": { LocalSubnet: "0.0.0.0/0", RemoteSubnet: "10.2.0.0/24" },
  any: { LocalSubnet: "0.0.0.0/0", RemoteSubnet: "0.0.0.0/0" },
};

/** All that Alibaba lets a key have; quotes and backslashes are not among it. */
const MARKS = "~`!@#$%^&*()_-+={}[]|;:',.<>/?";

/** The account whose API tells of such a connection. */
export function accountOf(of: Combination): Account {
  const placement =
    of("tunnels") === "at a transit router"
      ? { AttachType: "CEN", TransitRouterId: "tr-router1" }
      : { AttachType: "VPNGW", VpnGatewayId: "vpn-gateway1" };
  const connection: ConnectionBody = {
    VpnConnectionId: "vco-tunnel1",
    Name: of("name"),
    ...placement,
    EffectImmediately: of("EffectImmediately") === "true",
    ...subnetsOf(of("networks")),
    ...tunnelsOf(of),
  };
  return {
    connection,
    vpnGateway: { VpnGatewayId: "vpn-gateway1", Name: of("name"), InternetIp: ALIBABA_ONE },
    customerGateways: [
      { CustomerGatewayId: "cgw-device1", Name: of("name"), IpAddress: PEER_ONE },
      { CustomerGatewayId: "cgw-device2", Name: of("name"), IpAddress: PEER_TWO },
    ],
  };
}

/** The key of tunnel 1 or 2. */
export function keyOf(of: Combination, tunnel: number): string {
  if (of("key") === "the same") return "key-of-both-tunnels";
  return `key-of-tunnel-${tunnel}${of("key") === "marks" ? MARKS : ""}`;
}

function tunnelsOf(of: Combination): SingleBody | PairBody {
  const switches = {
    EnableDpd: of("EnableDpd") === "true",
    EnableNatTraversal: of("EnableNatTraversal") === "true",
  };
  const single = { CustomerGatewayId: "cgw-device1", ...switches };
  switch (of("tunnels")) {
    case "at a VPN gateway":
      return { ...single, ...phasesOf(of, 1) };
    case "at a transit router":
      return { ...single, InternetIp: ALIBABA_ONE, ...phasesOf(of, 1) };
    default: {
      const [one, two] = [phasesOf(of, 1), phasesOf(of, 2)];
      const device = of("tunnels") === "pair to two" ? "cgw-device2" : "cgw-device1";
      const tunnels = [
        {
          TunnelId: "tun-one",
          Role: "master",
          InternetIp: ALIBABA_ONE,
          ...single,
          ...inTunnel(one),
        },
        {
          TunnelId: "tun-two",
          Role: "slave",
          InternetIp: ALIBABA_TWO,
          ...single,
          CustomerGatewayId: device,
          ...inTunnel(two),
        },
      ];
      return { TunnelOptionsSpecification: { TunnelOptions: tunnels } };
    }
  }
}

type Phases = Pick<SingleBody, "IkeConfig" | "IpsecConfig" | "VpnBgpConfig">;

const inTunnel = ({ IkeConfig, IpsecConfig, VpnBgpConfig }: Phases) => ({
  TunnelIkeConfig: IkeConfig,
  TunnelIpsecConfig: IpsecConfig,
  TunnelBgpConfig: VpnBgpConfig,
});

function phasesOf(of: Combination, tunnel: number): Phases {
  const [IkeVersion = "", IkeMode = "main"] = of("exchange").split(" ");
  const [ikeLifetime, ipsecLifetime] = of("lifetimes").split(" ");
  const peer = tunnel === 2 && of("tunnels") === "pair to two" ? PEER_TWO : PEER_ONE;
  const alibaba = tunnel === 2 ? ALIBABA_TWO : ALIBABA_ONE;
  return {
    IkeConfig: {
      IkeVersion,
      IkeMode,
      IkeEncAlg: of("IkeEncAlg"),
      IkeAuthAlg: of("IkeAuthAlg"),
      IkePfs: of("IkePfs"),
      IkeLifetime: Number(ikeLifetime),
      LocalId: identityOf(of("LocalId"), [
        alibaba,
        `zone${tunnel}.cloud.example`,
        `192.0.2.${tunnel}`,
      ]),
      RemoteId: identityOf(of("RemoteId"), [peer, "branch_office-1.example", "192.0.2.7"]),
      Psk: keyOf(of, tunnel),
    },
    IpsecConfig: {
      IpsecEncAlg: of("IpsecEncAlg"),
      IpsecAuthAlg: of("IpsecAuthAlg"),
      IpsecPfs: of("IpsecPfs"),
      IpsecLifetime: Number(ipsecLifetime),
    },
    VpnBgpConfig: of("BGP") === "on" ? bgpOf(tunnel) : undefined,
  };
}

const bgpOf = (tunnel: number): BgpBody => ({
  EnableBgp: true,
  LocalAsn: 45_104,
  PeerAsn: 64_513,
  LocalBgpIp: `169.254.${tunnel}.1`,
  PeerBgpIp: `169.254.${tunnel}.2`,
  TunnelCidr: `169.254.${tunnel}.0/30`,
});

/** Where nothing is set Alibaba takes the address. */
function identityOf(
  value: string,
  [address, fqdn, another]: [string, string, string],
): string | undefined {
  switch (value) {
    case "none":
      return undefined;
    case "address":
      return address;
    case "FQDN":
      return fqdn;
    case "another address":
      return another;
    default:
      return value;
  }
}

const isRoutedByHand = (networks: string) => ["any", "the default route"].includes(networks);

/** Networks behind the two ends of the tunnels. */
export function networksOf(of: Combination): { alibaba: string[]; peer: string[] } {
  const { LocalSubnet, RemoteSubnet } = subnetsOf(
    isRoutedByHand(of("networks")) ? "one" : of("networks"),
  );
  return { alibaba: LocalSubnet.split(","), peer: RemoteSubnet.split(",") };
}

function subnetsOf(networks: string): { LocalSubnet: string; RemoteSubnet: string } {
  return SUBNETS[networks] ?? { LocalSubnet: networks, RemoteSubnet: networks };
}

/** Numbers of its tunnels. */
export function tunnelsIn(of: Combination): number[] {
  return of("tunnels").startsWith("pair") ? [1, 2] : [1];
}
