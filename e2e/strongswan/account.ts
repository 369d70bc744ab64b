/** What the API answers about a connection and its gateways, as far as the ends of a tunnel need it. */
export type IkeBody = {
  IkeVersion: string;
  IkeMode: string;
  IkeEncAlg: string;
  IkeAuthAlg: string;
  IkePfs: string;
  IkeLifetime: number;
  LocalId?: string;
  RemoteId?: string;
  Psk: string;
};

export type IpsecBody = {
  IpsecEncAlg: string;
  IpsecAuthAlg: string;
  IpsecPfs: string;
  IpsecLifetime: number;
};

export type BgpBody = {
  EnableBgp: boolean;
  LocalAsn: number;
  PeerAsn: number;
  LocalBgpIp: string;
  PeerBgpIp: string;
  TunnelCidr: string;
};

type TunnelBody = {
  TunnelId: string;
  Role: string;
  InternetIp: string;
  CustomerGatewayId: string;
  EnableDpd: boolean;
  EnableNatTraversal: boolean;
  TunnelIkeConfig: IkeBody;
  TunnelIpsecConfig: IpsecBody;
  TunnelBgpConfig?: BgpBody;
};

export type SingleBody = {
  CustomerGatewayId: string;
  /** Of a connection at a transit router; of others it is the gateway that has the address. */
  InternetIp?: string;
  EnableDpd: boolean;
  EnableNatTraversal: boolean;
  IkeConfig: IkeBody;
  IpsecConfig: IpsecBody;
  VpnBgpConfig?: BgpBody;
};

export type PairBody = { TunnelOptionsSpecification: { TunnelOptions: TunnelBody[] } };

export type ConnectionBody = {
  VpnConnectionId: string;
  Name: string;
  VpnGatewayId?: string;
  TransitRouterId?: string;
  AttachType: string;
  EffectImmediately: boolean;
  LocalSubnet: string;
  RemoteSubnet: string;
} & (SingleBody | PairBody);

export type Account = {
  connection: ConnectionBody;
  vpnGateway: { VpnGatewayId: string; Name: string; InternetIp: string };
  customerGateways: { CustomerGatewayId: string; Name: string; IpAddress: string }[];
};

export function isPair(connection: ConnectionBody): connection is ConnectionBody & PairBody {
  return "TunnelOptionsSpecification" in connection;
}
