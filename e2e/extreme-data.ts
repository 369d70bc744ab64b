import { REGION } from "@/e2e/fixtures";
import type { Simulator } from "@/lib/simulator/simulator";

const CIDRS = Array.from({ length: 10 }, (_, index) => `10.${100 + index}.128.0/17`).join(",");

export const VPN = `vpn-${"g".repeat(30)}`;
export const CUSTOMER = `cgw-${"c".repeat(30)}`;
const CHINESE = `cgw-${"d".repeat(30)}`;
const TAGS = { Tag: [{ Key: "k".repeat(64), Value: "v".repeat(128) }] };

const tunnel = (Role: string, Status: string, CustomerGatewayId: string) => ({
  TunnelId: `tun-${Role.repeat(5)}`,
  Role,
  State: "active",
  Status,
  CustomerGatewayId,
  ZoneNo: `cn-hangzhou-${"z".repeat(30)}`,
  InternetIp: "255.255.255.255",
  TunnelIkeConfig: { IkeEncAlg: "e".repeat(60), RemoteId: "r".repeat(100) },
  TunnelBgpConfig: { BgpStatus: "s".repeat(40), TunnelCidr: "169.254.100.100/30" },
});

/** Values as nobody wishes them, and the API allows them. */
const CONNECTIONS = [
  { Name: "n".repeat(100), LocalSubnet: CIDRS, RemoteSubnet: CIDRS, Status: "up".repeat(5) },
  { Name: "专".repeat(100), Status: "x".repeat(80), CustomerGatewayId: CHINESE },
  { Name: '<script>alert(1)</script> & "quotes"', Status: "" },
  { Name: "", IkeConfig: { IkeEncAlg: "a".repeat(90), LocalId: "l".repeat(100) } },
  { Name: "‮right to left‬ مرحبا", Tag: TAGS },
  {
    Name: "two-tunnels-".repeat(8),
    LocalSubnet: CIDRS,
    RemoteSubnet: CIDRS,
    TunnelOptionsSpecification: {
      TunnelOptions: [
        tunnel("master", "ipsec_sa_established", CUSTOMER),
        tunnel("slave", "y".repeat(80), CHINESE),
      ],
    },
  },
].map((body, index) => ({
  VpnConnectionId: `vco-ugly-${index}`,
  VpnGatewayId: VPN,
  CustomerGatewayId: CUSTOMER,
  ...body,
}));

export const IDS = CONNECTIONS.map(({ VpnConnectionId }) => VpnConnectionId);

export function makeUgly(simulator: Simulator) {
  simulator.setConnections(REGION, CONNECTIONS);
  simulator.setVpnGateways(REGION, [
    {
      VpnGatewayId: VPN,
      Name: "g".repeat(100),
      Description: "d".repeat(256),
      Spec: "S".repeat(40),
      VpcId: `vpc-${"p".repeat(60)}`,
      Status: "t".repeat(40),
      BusinessStatus: "FinancialLocked",
      ChargeType: "Prepay",
      EndTime: Date.now() - 86_400_000,
      InternetIp: "255.255.255.255",
      EniInstanceIds: { EniInstanceId: [`eni-${"i".repeat(60)}`, `eni-${"j".repeat(60)}`] },
      Tags: TAGS,
      Tag: JSON.stringify({ ["f".repeat(60)]: "w".repeat(60) }),
    },
  ]);
  simulator.setCustomerGateways(REGION, [
    {
      CustomerGatewayId: CUSTOMER,
      Name: "c".repeat(100),
      Description: "d".repeat(256),
      IpAddress: "255.255.255.255",
      Asn: 4_294_967_295,
      Tags: TAGS,
    },
    { CustomerGatewayId: CHINESE, Name: "关".repeat(100), IpAddress: "255.255.255.254" },
  ]);
}
