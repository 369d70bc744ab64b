import "server-only";
import type { VpnGateway } from "@/lib/vpn/gateways";
import { collectOddValues } from "@/lib/server/vpc-api/mappers/odd-values";
import { toTags } from "@/lib/server/vpc-api/mappers/tags";
import type { RawVpnGateway } from "@/lib/server/vpc-api/raw/vpn-gateway";

/** Picks each field by name and spreads nothing, so that what is not named here cannot leave. */
export function toVpnGateway(regionId: string, raw: RawVpnGateway): VpnGateway {
  const { oddValues, valueOf } = collectOddValues();
  return {
    regionId,
    vpnGatewayId: raw.VpnGatewayId,
    name: raw.Name ?? "",
    description: raw.Description,
    status: raw.Status,
    businessStatus: raw.BusinessStatus,
    chargeType: raw.ChargeType,
    createTime: valueOf("createTime", raw.CreateTime),
    endTime: valueOf("endTime", raw.EndTime),
    vpcId: raw.VpcId,
    vSwitchId: raw.VSwitchId,
    disasterRecoveryVSwitchId: raw.DisasterRecoveryVSwitchId,
    internetIp: raw.InternetIp,
    disasterRecoveryInternetIp: raw.DisasterRecoveryInternetIp,
    sslVpnInternetIp: raw.SslVpnInternetIp,
    spec: raw.Spec,
    ipsecVpn: raw.IpsecVpn,
    sslVpn: raw.SslVpn,
    sslMaxConnections: valueOf("sslMaxConnections", raw.SslMaxConnections),
    networkType: raw.NetworkType,
    vpnType: raw.VpnType,
    gatewayType: raw.GatewayType,
    enableBgp: valueOf("enableBgp", raw.EnableBgp),
    autoPropagate: valueOf("autoPropagate", raw.AutoPropagate),
    resourceGroupId: raw.ResourceGroupId,
    tags: toTags(raw.Tags.length > 0 ? raw.Tags : raw.Tag.tags),
    systemTags: toTags(raw.Tag.notes),
    eniInstanceIds: raw.EniInstanceIds,
    oddValues,
  };
}
