import type { Field } from "@/components/fields/field-table";
import type { ConnectionFieldName } from "@/components/vpn-connections/panel/field-words";
import { BgpStatus, Copyable, Data, Lifetime, Secret, YesNo } from "@/components/fields/values";
import { Certificate, TunnelStatus } from "@/components/vpn-connections/panel/values";
import { isReported } from "@/lib/vpn/reported";
import type { VpnTunnel } from "@/lib/vpn/types";

type TunnelField = Field<VpnTunnel, ConnectionFieldName>;

const NO_SECRET = { configured: false };

export const TUNNEL_FIELDS: TunnelField[] = [
  { name: "status", apiName: "Status", show: (tunnel) => <TunnelStatus tunnel={tunnel} /> },
  {
    name: "tunnelState",
    apiName: "State",
    show: (tunnel) => <Data value={tunnel.state} />,
    isThere: (tunnel) => tunnel.state !== null,
  },
  {
    name: "tunnelId",
    apiName: "TunnelId",
    show: (tunnel) => <Copyable value={tunnel.tunnelId} />,
    isThere: (tunnel) => tunnel.tunnelId !== null,
  },
  {
    name: "internetIp",
    apiName: "InternetIp",
    show: (tunnel) => <Copyable value={tunnel.internetIp} />,
    isThere: (tunnel) => tunnel.internetIp !== null,
  },
  {
    name: "zoneNo",
    apiName: "ZoneNo",
    show: (tunnel) => <Data value={tunnel.zoneNo} />,
    isThere: (tunnel) => tunnel.zoneNo !== null,
  },
  {
    name: "customerGatewayId",
    apiName: "CustomerGatewayId",
    show: (tunnel) => <Copyable value={tunnel.customerGatewayId} />,
    isThere: (tunnel) => tunnel.customerGatewayId !== null,
  },
  {
    name: "enableDpd",
    apiName: "EnableDpd",
    show: (tunnel) => <YesNo value={tunnel.enableDpd} />,
    isThere: (tunnel) => tunnel.enableDpd !== null,
  },
  {
    name: "enableNatTraversal",
    apiName: "EnableNatTraversal",
    show: (tunnel) => <YesNo value={tunnel.enableNatTraversal} />,
    isThere: (tunnel) => tunnel.enableNatTraversal !== null,
  },
  {
    name: "remoteCaCertificate",
    apiName: "RemoteCaCertificate",
    show: (tunnel) => <Certificate certificate={tunnel.remoteCaCertificate} />,
    isThere: (tunnel) => tunnel.remoteCaCertificate.configured,
  },
];

export const IKE_FIELDS: TunnelField[] = [
  {
    name: "ikeVersion",
    apiName: "IkeVersion",
    show: ({ ikeConfig }) => <Data value={ikeConfig.ikeVersion} />,
  },
  {
    name: "ikeMode",
    apiName: "IkeMode",
    show: ({ ikeConfig }) => <Data value={ikeConfig.ikeMode} />,
  },
  {
    name: "ikeEncAlg",
    apiName: "IkeEncAlg",
    show: ({ ikeConfig }) => <Data value={ikeConfig.ikeEncAlg} />,
  },
  {
    name: "ikeAuthAlg",
    apiName: "IkeAuthAlg",
    show: ({ ikeConfig }) => <Data value={ikeConfig.ikeAuthAlg} />,
  },
  { name: "ikePfs", apiName: "IkePfs", show: ({ ikeConfig }) => <Data value={ikeConfig.ikePfs} /> },
  {
    name: "ikeLifetime",
    apiName: "IkeLifetime",
    show: ({ ikeConfig }) => <Lifetime seconds={ikeConfig.ikeLifetime} />,
  },
  {
    name: "localId",
    apiName: "LocalId",
    show: ({ ikeConfig }) => <Data value={ikeConfig.localId} />,
  },
  {
    name: "remoteId",
    apiName: "RemoteId",
    show: ({ ikeConfig }) => <Data value={ikeConfig.remoteId} />,
  },
  {
    name: "psk",
    apiName: "Psk",
    show: ({ ikeConfig }) =>
      isReported(ikeConfig) ? <Secret secret={ikeConfig.psk} /> : <Data value={null} />,
  },
];

export const IPSEC_FIELDS: TunnelField[] = [
  {
    name: "ipsecEncAlg",
    apiName: "IpsecEncAlg",
    show: ({ ipsecConfig }) => <Data value={ipsecConfig.ipsecEncAlg} />,
  },
  {
    name: "ipsecAuthAlg",
    apiName: "IpsecAuthAlg",
    show: ({ ipsecConfig }) => <Data value={ipsecConfig.ipsecAuthAlg} />,
  },
  {
    name: "ipsecPfs",
    apiName: "IpsecPfs",
    show: ({ ipsecConfig }) => <Data value={ipsecConfig.ipsecPfs} />,
  },
  {
    name: "ipsecLifetime",
    apiName: "IpsecLifetime",
    show: ({ ipsecConfig }) => <Lifetime seconds={ipsecConfig.ipsecLifetime} />,
  },
];

export const BGP_FIELDS: TunnelField[] = [
  {
    name: "bgpStatus",
    apiName: "BgpStatus",
    show: ({ bgpConfig }) => <BgpStatus status={bgpConfig?.status ?? null} />,
  },
  {
    name: "enableBgp",
    apiName: "EnableBgp",
    show: ({ bgpConfig }) => <YesNo value={bgpConfig?.enableBgp ?? null} />,
    isThere: ({ bgpConfig }) => (bgpConfig?.enableBgp ?? null) !== null,
  },
  {
    name: "localAsn",
    apiName: "LocalAsn",
    show: ({ bgpConfig }) => <Data value={bgpConfig?.localAsn ?? null} />,
  },
  {
    name: "peerAsn",
    apiName: "PeerAsn",
    show: ({ bgpConfig }) => <Data value={bgpConfig?.peerAsn ?? null} />,
  },
  {
    name: "localBgpIp",
    apiName: "LocalBgpIp",
    show: ({ bgpConfig }) => <Data value={bgpConfig?.localBgpIp ?? null} />,
  },
  {
    name: "peerBgpIp",
    apiName: "PeerBgpIp",
    show: ({ bgpConfig }) => <Data value={bgpConfig?.peerBgpIp ?? null} />,
  },
  {
    name: "tunnelCidr",
    apiName: "TunnelCidr",
    show: ({ bgpConfig }) => <Copyable value={bgpConfig?.tunnelCidr ?? null} />,
  },
  {
    name: "authKey",
    apiName: "AuthKey",
    show: ({ bgpConfig }) => <Secret secret={bgpConfig?.authKey ?? NO_SECRET} />,
    isThere: ({ bgpConfig }) => bgpConfig?.authKey.configured === true,
  },
];
