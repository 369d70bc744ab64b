import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import {
  bgp,
  CUSTOMER_GATEWAY,
  EVERYTHING,
  inputOf,
  settled,
  settledPair,
} from "@/lib/vpn/testing/peer-config/inputs";

const [ACTIVE, STANDBY] = settledPair();

const NAMES = { localId: "gateway.alibaba.example", remoteId: "office.example" };

const SECOND_GATEWAY = {
  ...CUSTOMER_GATEWAY,
  customerGatewayId: "cgw-second",
  ipAddress: "192.0.2.40",
};

const SECOND_LINE = settled({
  ike: { localId: "203.0.113.2", remoteId: SECOND_GATEWAY.ipAddress },
  more: { role: "slave", internetIp: "203.0.113.2", customerGatewayId: "cgw-second" },
});

export const SEVERAL_CIDRS = inputOf([settled()], {
  localSubnets: ["10.20.0.0/16", "10.30.8.0/21"],
  remoteSubnets: ["192.168.16.0/20", "172.16.0.0/12"],
});

/** Connections whose configurations are kept as files. */
export const CASES: Record<string, PeerConfigInput> = {
  "ikev1-one-cidr": inputOf([
    settled({
      ike: { ikeVersion: "ikev1", ikePfs: "group5", ikeAuthAlg: "sha1" },
      ipsec: { ipsecPfs: "disabled" },
    }),
  ]),
  "ikev2-several-cidrs": SEVERAL_CIDRS,
  "pair-with-cidrs-second-active": inputOf(
    [
      { ...settled(), ...ACTIVE, role: "slave" },
      { ...settled(), ...STANDBY, role: "master" },
    ],
    { localSubnets: ["10.20.0.0/16"], remoteSubnets: ["192.168.16.0/20"] },
  ),
  "pair-with-bgp": inputOf(
    [
      { ...settled(), ...ACTIVE, bgpConfig: bgp(11, { authKey: { configured: true } }) },
      { ...settled(), ...STANDBY, bgpConfig: bgp(12, { peerAsn: 65_002 }) },
    ],
    EVERYTHING,
  ),
  "pair-with-two-customer-gateways": inputOf(
    [{ ...settled(), ...ACTIVE }, SECOND_LINE],
    { ...EVERYTHING, customerGatewayIds: ["cgw-works", "cgw-second"] },
    { customerGateways: [CUSTOMER_GATEWAY, SECOND_GATEWAY] },
  ),
  "ikev1-aggressive-fqdn": inputOf([
    settled({ ike: { ...NAMES, ikeVersion: "ikev1", ikeMode: "aggressive" } }),
  ]),
  "ikev2-fqdn": inputOf([settled({ ike: NAMES })]),
  "behind-nat": inputOf([settled({ ike: { remoteId: "10.255.0.2" } })], EVERYTHING),
};
