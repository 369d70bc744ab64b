import type { ConnectionFieldName } from "@/components/vpn-connections/panel/field-names";

type ConfigLabel = {
  /** The panel's word. */
  name: ConnectionFieldName;
  /** What it is a part of, where the panel's word alone does not say so. */
  of?: "ike" | "ipsec" | "bgp" | "healthCheck";
  /** How its value is to be read; as it is where nothing is said. */
  as?: "seconds" | "yesNo" | "list";
};

/** Fields of the configuration by the names that history has for them. */
export const CONFIG_LABELS: Record<string, ConfigLabel> = {
  vpnGatewayId: { name: "vpnGatewayId" },
  transitRouterId: { name: "transitRouter" },
  attachType: { name: "attachType" },
  attachInstanceId: { name: "attachInstanceId" },
  networkType: { name: "networkType" },
  spec: { name: "spec" },
  tunnelBandwidth: { name: "tunnelBandwidth" },
  resourceGroupId: { name: "resourceGroupId" },
  localSubnets: { name: "localSubnets", as: "list" },
  remoteSubnets: { name: "remoteSubnets", as: "list" },
  effectImmediately: { name: "effectImmediately", as: "yesNo" },
  enableTunnelsBgp: { name: "enableTunnelsBgp", as: "yesNo" },
  tags: { name: "tags", as: "list" },
  "healthCheck.enable": { name: "healthEnable", as: "yesNo" },
  "healthCheck.dip": { name: "dip", of: "healthCheck" },
  "healthCheck.sip": { name: "sip", of: "healthCheck" },
  "healthCheck.interval": { name: "interval", of: "healthCheck", as: "seconds" },
  "healthCheck.retry": { name: "retry", of: "healthCheck" },
  "healthCheck.policy": { name: "policy", of: "healthCheck" },
  internetIp: { name: "internetIp" },
  zoneNo: { name: "zoneNo" },
  customerGatewayId: { name: "customerGatewayId" },
  enableDpd: { name: "enableDpd", as: "yesNo" },
  enableNatTraversal: { name: "enableNatTraversal", as: "yesNo" },
  remoteCaCertificate: { name: "remoteCaCertificate" },
  "ikeConfig.ikeVersion": { name: "ikeVersion", of: "ike" },
  "ikeConfig.ikeMode": { name: "ikeMode", of: "ike" },
  "ikeConfig.ikeEncAlg": { name: "ikeEncAlg", of: "ike" },
  "ikeConfig.ikeAuthAlg": { name: "ikeAuthAlg", of: "ike" },
  "ikeConfig.ikePfs": { name: "ikePfs", of: "ike" },
  "ikeConfig.ikeLifetime": { name: "ikeLifetime", of: "ike", as: "seconds" },
  "ikeConfig.localId": { name: "localId", of: "ike" },
  "ikeConfig.remoteId": { name: "remoteId", of: "ike" },
  "ikeConfig.psk": { name: "psk" },
  "ipsecConfig.ipsecEncAlg": { name: "ipsecEncAlg", of: "ipsec" },
  "ipsecConfig.ipsecAuthAlg": { name: "ipsecAuthAlg", of: "ipsec" },
  "ipsecConfig.ipsecPfs": { name: "ipsecPfs", of: "ipsec" },
  "ipsecConfig.ipsecLifetime": { name: "ipsecLifetime", of: "ipsec", as: "seconds" },
  "bgpConfig.enableBgp": { name: "enableBgp", of: "bgp", as: "yesNo" },
  "bgpConfig.localAsn": { name: "localAsn" },
  "bgpConfig.peerAsn": { name: "peerAsn" },
  "bgpConfig.localBgpIp": { name: "localBgpIp" },
  "bgpConfig.peerBgpIp": { name: "peerBgpIp" },
  "bgpConfig.tunnelCidr": { name: "tunnelCidr", of: "bgp" },
  "bgpConfig.authKey": { name: "authKey" },
};

/** `Lifetime` becomes `lifetime` after another word, `DH group` stays. */
export function withinWords(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
