/** The wire's own names and scalar types; a key that has no value is left out, never null. */

export type Lifetime = number | string;

export type IkeConfig<L extends Lifetime = number> = {
  IkeVersion: string;
  IkeMode: string;
  IkeEncAlg: string;
  IkeAuthAlg: string;
  IkePfs: string;
  IkeLifetime: L;
  LocalId: string;
  RemoteId: string;
  Psk?: string;
};

export type IpsecConfig<L extends Lifetime = number> = {
  IpsecEncAlg: string;
  IpsecAuthAlg: string;
  IpsecPfs: string;
  IpsecLifetime: L;
};

type BgpAddresses = { LocalBgpIp: string; PeerBgpIp: string; TunnelCidr: string };

export type VpnBgpConfig = BgpAddresses & {
  Status?: string;
  LocalAsn: number;
  PeerAsn: number;
  AuthKey: string;
  EnableBgp: string;
};

export type TunnelBgpConfig = BgpAddresses & {
  BgpStatus?: string;
  LocalAsn: string;
  PeerAsn: string;
};

/** Enable is the one string among the booleans' peers. */
export type VcoHealthCheck = {
  Enable: string;
  Status: string;
  Dip: string;
  Sip: string;
  Interval: number;
  Retry: number;
};

export type Tag = { Key: string; Value: string };

/** Inside a tunnel, switches, lifetimes and AS numbers are strings. */
export type TunnelOptions = {
  TunnelId: string;
  TunnelIndex?: number;
  Role: string;
  State: string;
  Status?: string;
  ZoneNo: string;
  InternetIp: string;
  CustomerGatewayId: string;
  EnableDpd: string;
  EnableNatTraversal: string;
  TunnelIkeConfig: IkeConfig<string>;
  TunnelIpsecConfig: IpsecConfig<string>;
  TunnelBgpConfig?: TunnelBgpConfig;
};

export type VpnConnection = {
  VpnConnectionId: string;
  Name: string;
  VpnGatewayId?: string;
  CustomerGatewayId: string;
  LocalSubnet: string;
  RemoteSubnet: string;
  CreateTime: number;
  EffectImmediately: boolean;
  Status?: string;
  State: string;
  AttachType: string;
  AttachInstanceId?: string;
  NetworkType: string;
  EnableDpd: boolean;
  EnableNatTraversal: boolean;
  EnableTunnelsBgp?: boolean;
  CrossAccountAuthorized: boolean;
  InternetIp?: string;
  Spec?: string;
  TransitRouterId?: string;
  TransitRouterName?: string;
  TunnelBandwidth?: string;
  RemoteCaCertificate?: string;
  ResourceGroupId: string;
  IkeConfig?: IkeConfig;
  IpsecConfig?: IpsecConfig;
  VcoHealthCheck?: VcoHealthCheck;
  VpnBgpConfig?: VpnBgpConfig;
  Tag?: { Tag: Tag[] };
  TunnelOptionsSpecification?: { TunnelOptions: TunnelOptions[] };
};

export type VpnGateway = {
  VpnGatewayId: string;
  Name: string;
  Description: string;
  Status?: string;
  BusinessStatus: string;
  ChargeType?: string;
  CreateTime: number;
  EndTime?: number;
  VpcId: string;
  VSwitchId: string;
  DisasterRecoveryVSwitchId?: string;
  InternetIp: string;
  DisasterRecoveryInternetIp?: string;
  SslVpnInternetIp?: string;
  Spec: string;
  IpsecVpn: string;
  SslVpn: string;
  SslMaxConnections: number;
  NetworkType: string;
  VpnType: string;
  GatewayType: string;
  EnableBgp: boolean;
  AutoPropagate: boolean;
  ResourceGroupId: string;
  /** A JSON text, unlike the connection's key of the same name. */
  Tag: string;
  Tags?: { Tag: Tag[] };
  EniInstanceIds?: { EniInstanceId: string[] };
};

export type CustomerGateway = {
  CustomerGatewayId: string;
  Name: string;
  Description: string;
  IpAddress: string;
  Asn?: number;
  AuthKey?: string;
  CreateTime: number;
  ResourceGroupId: string;
  Tags?: { Tag: Tag[] };
};
