import "server-only";
import { z } from "zod";
import { pageOf } from "@/lib/server/vpc-api/raw/page";
import {
  flag,
  id,
  isRecord,
  joinedTexts,
  listOf,
  number,
  objectOf,
  preSharedKey,
  secret,
  text,
  time,
} from "@/lib/server/vpc-api/raw/scalars";
import { tagList } from "@/lib/server/vpc-api/raw/tags";

/** One connection of DescribeVpnConnections 2016-04-28 in every shape from 2018 to today. */

/** Documents of 2018-2019 spell the key `status`; the wire is believed to say `Status`. */
const preferStatus = (value: unknown) =>
  isRecord(value) ? { ...value, Status: value.Status || value.status } : value;

const ikeConfig = {
  IkeVersion: text,
  IkeMode: text,
  IkeEncAlg: text,
  IkeAuthAlg: text,
  IkePfs: text,
  IkeLifetime: number,
  LocalId: text,
  RemoteId: text,
  Psk: preSharedKey,
};

const ipsecConfig = {
  IpsecEncAlg: text,
  IpsecAuthAlg: text,
  IpsecPfs: text,
  IpsecLifetime: number,
};

const bgpConfig = {
  Status: text,
  BgpStatus: text,
  // Declared for the single call only, and seen in lists.
  EnableBgp: flag,
  LocalAsn: number,
  PeerAsn: number,
  LocalBgpIp: text,
  PeerBgpIp: text,
  TunnelCidr: text,
  AuthKey: secret,
};

const tunnel = z.preprocess(
  preferStatus,
  z.object({
    TunnelId: text,
    TunnelIndex: number,
    Role: text,
    State: text,
    Status: text,
    InternetIp: text,
    ZoneNo: text,
    CustomerGatewayId: text,
    EnableDpd: flag,
    EnableNatTraversal: flag,
    RemoteCaCertificate: secret,
    TunnelIkeConfig: objectOf(ikeConfig),
    TunnelIpsecConfig: objectOf(ipsecConfig),
    TunnelBgpConfig: objectOf(bgpConfig),
  }),
);

export const rawVpnConnection = z.preprocess(
  preferStatus,
  z.object({
    VpnConnectionId: id,
    Name: text,
    VpnGatewayId: text,
    CustomerGatewayId: text,
    LocalSubnet: joinedTexts,
    RemoteSubnet: joinedTexts,
    CreateTime: time,
    EffectImmediately: flag,
    Status: text,
    State: text,
    IkeConfig: objectOf(ikeConfig),
    IpsecConfig: objectOf(ipsecConfig),
    VpnBgpConfig: objectOf(bgpConfig),
    VcoHealthCheck: objectOf({
      Enable: flag,
      Status: text,
      Dip: text,
      Sip: text,
      Interval: number,
      Retry: number,
      Policy: text,
    }),
    EnableDpd: flag,
    EnableNatTraversal: flag,
    EnableTunnelsBgp: flag,
    RemoteCaCertificate: secret,
    AttachType: text,
    AttachInstanceId: text,
    NetworkType: text,
    Spec: text,
    TunnelBandwidth: text,
    TransitRouterId: text,
    TransitRouterName: text,
    CrossAccountAuthorized: flag,
    InternetIp: text,
    ZoneNo: text,
    ResourceGroupId: text,
    // The list call says Tag.Tag, the single call Tags.Tag.
    Tag: tagList,
    Tags: tagList,
    TunnelOptionsSpecification: listOf("TunnelOptions", tunnel),
  }),
);

export type RawVpnConnection = z.infer<typeof rawVpnConnection>;
export type RawTunnel = RawVpnConnection["TunnelOptionsSpecification"][number];
export type RawIkeConfig = RawVpnConnection["IkeConfig"];
export type RawIpsecConfig = RawVpnConnection["IpsecConfig"];
export type RawBgpConfig = RawVpnConnection["VpnBgpConfig"];

export const rawVpnConnectionPage = pageOf("VpnConnections", "VpnConnection");
