import "server-only";

/** Connections as DescribeVpnConnections has sent them over the years, with invented values. */
export const SECRETS = {
  psk: "Zk7-never-show-this-psk",
  authKey: "Qm3-never-show-this-auth-key",
  certificate: "-----BEGIN CERTIFICATE-----\nMIIBnevershowthiscertificate\n",
  unknown: "Xy9-never-show-this-new-field",
};

export const ikeConfig = {
  IkeVersion: "ikev2",
  IkeMode: "main",
  IkeEncAlg: "aes256",
  IkeAuthAlg: "sha256",
  IkePfs: "group14",
  IkeLifetime: 28_800,
  LocalId: "203.0.113.10",
  RemoteId: "198.51.100.20",
  Psk: SECRETS.psk,
};

export const ipsecConfig = {
  IpsecEncAlg: "aes192",
  IpsecAuthAlg: "sha384",
  IpsecPfs: "group5",
  IpsecLifetime: 3600,
};

export const bgpConfig = {
  Status: "success",
  EnableBgp: "true",
  LocalAsn: 64_512,
  PeerAsn: 64_513,
  LocalBgpIp: "169.254.11.1",
  PeerBgpIp: "169.254.11.2",
  TunnelCidr: "169.254.11.0/30",
  AuthKey: SECRETS.authKey,
};

export const healthCheck = {
  Enable: "true",
  Status: "failed",
  Dip: "10.20.0.9",
  Sip: "10.10.0.9",
  Interval: 5,
  Retry: 4,
  Policy: "revoke_route",
};

/** One tunnel and one gateway, with everything that such a connection can have. */
export const singleTunnel = {
  VpnConnectionId: "vco-single1",
  Name: "branch office",
  VpnGatewayId: "vpn-gateway1",
  CustomerGatewayId: "cgw-customer1",
  LocalSubnet: "10.10.0.0/16,10.11.0.0/16",
  RemoteSubnet: "10.20.0.0/16",
  CreateTime: 1_600_000_000_000,
  EffectImmediately: true,
  Status: "ipsec_sa_established",
  State: "active",
  AttachType: "VPNGW",
  AttachInstanceId: "",
  NetworkType: "public",
  ResourceGroupId: "rg-group1",
  EnableDpd: true,
  EnableNatTraversal: false,
  CrossAccountAuthorized: false,
  IkeConfig: ikeConfig,
  IpsecConfig: ipsecConfig,
  VpnBgpConfig: bgpConfig,
  VcoHealthCheck: healthCheck,
  RemoteCaCertificate: SECRETS.certificate,
  Tag: { Tag: [{ Key: "team", Value: "network" }] },
};

/** Inside a tunnel, switches, lifetimes and AS numbers are strings. */
export const tunnel = {
  TunnelId: "tun-one",
  Role: "master",
  State: "active",
  Status: "ipsec_sa_established",
  ZoneNo: "eu-central-1a",
  InternetIp: "203.0.113.31",
  CustomerGatewayId: "cgw-customer1",
  EnableDpd: "true",
  EnableNatTraversal: "false",
  RemoteCaCertificate: SECRETS.certificate,
  TunnelIkeConfig: { ...ikeConfig, IkeLifetime: "28800" },
  TunnelIpsecConfig: { ...ipsecConfig, IpsecLifetime: "3600" },
  TunnelBgpConfig: {
    BgpStatus: "false",
    LocalAsn: "64512",
    PeerAsn: "64513",
    LocalBgpIp: "169.254.12.1",
    PeerBgpIp: "169.254.12.2",
    TunnelCidr: "169.254.12.0/30",
    AuthKey: SECRETS.authKey,
  },
};

export const standbyTunnel = {
  ...tunnel,
  TunnelId: "tun-two",
  Role: "slave",
  Status: "ike_sa_not_established",
  CustomerGatewayId: "cgw-customer2",
};

/** Two tunnels at a VPN gateway; what the tunnels have is not at the connection. */
export const dualTunnel = {
  VpnConnectionId: "vco-dual1",
  Name: "head office",
  VpnGatewayId: "vpn-gateway2",
  LocalSubnet: "10.30.0.0/16",
  RemoteSubnet: "10.40.0.0/16",
  CreateTime: 1_700_000_000_000,
  EffectImmediately: false,
  State: "active",
  AttachType: "VPNGW",
  NetworkType: "public",
  EnableTunnelsBgp: true,
  TunnelOptionsSpecification: { TunnelOptions: [tunnel, standbyTunnel] },
};
