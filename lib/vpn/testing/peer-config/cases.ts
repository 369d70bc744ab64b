import { connection, tunnel } from "@/lib/vpn/testing/connections";
import { DEVICE_ADDRESS } from "@/lib/vpn/testing/peer-config/generated";
import type { BgpConfig, VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** Connections whose configurations are kept as files. */
export const CASES = {
  "ikev1-one-cidr": connection(
    "vco-bp1ikev1cidr0000001",
    [tunnelOf(1, { ikeVersion: "ikev1", ikeMode: "main", ikePfs: "group5", ikeAuthAlg: "sha1" })],
    {
      name: "office",
      localSubnets: ["10.20.0.0/16"],
      remoteSubnets: ["192.168.16.0/20"],
    },
  ),
  "ikev2-several-cidrs": connection("vco-bp1severalcidr00001", [tunnelOf(1)], {
    name: "several networks",
    localSubnets: ["10.20.0.0/16", "10.30.8.0/21"],
    remoteSubnets: ["192.168.16.0/20", "172.16.0.0/12"],
  }),
  "pair-with-cidrs": connection(
    "vco-bp1pairofcidrs00001",
    [
      { ...tunnelOf(1), role: "slave" },
      { ...tunnelOf(2), role: "master" },
    ],
    {
      name: "pair, the second tunnel active",
      localSubnets: ["10.20.0.0/16"],
      remoteSubnets: ["192.168.16.0/20"],
    },
  ),
  "pair-with-bgp": connection(
    "vco-bp1pairwithbgp00001",
    [
      { ...tunnelOf(1), role: "master", bgpConfig: bgpOf(1, 65_001) },
      { ...tunnelOf(2), role: "slave", bgpConfig: bgpOf(2, 65_002) },
    ],
    { name: "pair with BGP", localSubnets: ["0.0.0.0/0"], remoteSubnets: ["0.0.0.0/0"] },
  ),
  fqdn: connection(
    "vco-bp1fqdnaggressive01",
    [
      tunnelOf(1, {
        ikeVersion: "ikev1",
        ikeMode: "aggressive",
        localId: "gateway.alibaba.example",
        remoteId: "office.example",
      }),
    ],
    { name: "names", localSubnets: ["10.20.0.0/16"], remoteSubnets: ["192.168.16.0/20"] },
  ),
  nat: connection("vco-bp1behindnat0000001", [tunnelOf(1, { remoteId: "10.255.0.2" })], {
    name: "behind NAT, destination routing",
    localSubnets: ["0.0.0.0/0"],
    remoteSubnets: ["0.0.0.0/0"],
  }),
} satisfies Record<string, VpnConnection>;

function tunnelOf(number: number, ike: Partial<VpnTunnel["ikeConfig"]> = {}): VpnTunnel {
  const address = `47.96.10.${number}`;
  return {
    ...tunnel(null),
    internetIp: address,
    enableDpd: true,
    enableNatTraversal: true,
    ikeConfig: {
      ikeVersion: "ikev2",
      ikeMode: "main",
      ikeEncAlg: "aes256",
      ikeAuthAlg: "sha256",
      ikePfs: "group14",
      ikeLifetime: 86_400,
      localId: address,
      remoteId: DEVICE_ADDRESS,
      psk: { configured: true },
      ...ike,
    },
    ipsecConfig: {
      ipsecEncAlg: "aes",
      ipsecAuthAlg: "sha1",
      ipsecPfs: number === 1 ? "group14" : "disabled",
      ipsecLifetime: 86_400,
    },
  };
}

function bgpOf(number: number, peerAsn: number): BgpConfig {
  const network = `169.254.${number + 10}`;
  return {
    status: "success",
    enableBgp: true,
    localAsn: 45_104,
    peerAsn,
    localBgpIp: `${network}.1`,
    peerBgpIp: `${network}.2`,
    tunnelCidr: `${network}.0/30`,
    authKey: { configured: number === 1 },
  };
}
