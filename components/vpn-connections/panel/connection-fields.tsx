import { Time } from "@/components/ui/time";
import {
  Copyable,
  Data,
  DataList,
  Lifetime,
  OnOff,
  TagList,
  YesNo,
} from "@/components/fields/values";
import { HealthStatus, TransitRouter } from "@/components/vpn-connections/panel/values";
import type { Field } from "@/components/fields/field-table";
import type { ConnectionFieldName } from "@/components/vpn-connections/panel/field-words";
import { pages } from "@/lib/vpn/hrefs";
import type { HealthCheck, VpnConnection } from "@/lib/vpn/types";

/** A single tunnel has what its connection has; a pair's connection may have one more. */
function isOfPair(name: "internetIp" | "zoneNo") {
  return (connection: VpnConnection) =>
    connection.tunnelMode === "dual" && connection[name] !== null;
}

/** Who else has it, and what contains it. */
const subnetHref = (cidr: string) => pages.subnets({ q: cidr });

export const CONNECTION_FIELDS: Field<VpnConnection, ConnectionFieldName>[] = [
  {
    name: "vpnConnectionId",
    apiName: "VpnConnectionId",
    show: ({ vpnConnectionId }) => <Copyable value={vpnConnectionId} />,
  },
  {
    name: "vpnGatewayId",
    apiName: "VpnGatewayId",
    show: ({ regionId, vpnGatewayId }) =>
      vpnGatewayId && (
        <Copyable value={vpnGatewayId} href={pages.vpnGateway(regionId, vpnGatewayId)} />
      ),
    isThere: ({ vpnGatewayId }) => vpnGatewayId !== null,
  },
  {
    name: "transitRouter",
    apiName: "TransitRouterId",
    show: (connection) => <TransitRouter connection={connection} />,
    isThere: ({ transitRouterId, transitRouterName }) =>
      transitRouterId !== null || transitRouterName !== null,
  },
  {
    name: "customerGatewayIds",
    apiName: "CustomerGatewayId",
    show: ({ regionId, customerGatewayIds }) => (
      <DataList values={customerGatewayIds} hrefOf={(id) => pages.customerGateway(regionId, id)} />
    ),
  },
  {
    name: "internetIp",
    apiName: "InternetIp",
    show: ({ internetIp }) => <Copyable value={internetIp} />,
    isThere: isOfPair("internetIp"),
  },
  {
    name: "zoneNo",
    apiName: "ZoneNo",
    show: ({ zoneNo }) => <Data value={zoneNo} />,
    isThere: isOfPair("zoneNo"),
  },
  {
    name: "localSubnets",
    apiName: "LocalSubnet",
    show: ({ localSubnets }) => <DataList values={localSubnets} hrefOf={subnetHref} />,
  },
  {
    name: "remoteSubnets",
    apiName: "RemoteSubnet",
    show: ({ remoteSubnets }) => <DataList values={remoteSubnets} hrefOf={subnetHref} />,
  },
  {
    name: "createTime",
    apiName: "CreateTime",
    show: ({ createTime }) =>
      createTime === null ? <Data value={null} /> : <Time value={createTime} show="full" />,
  },
  {
    name: "effectImmediately",
    apiName: "EffectImmediately",
    show: ({ effectImmediately }) => <YesNo value={effectImmediately} />,
  },
  {
    name: "state",
    apiName: "State",
    show: (connection) => <Data value={connection.state} />,
    isThere: (connection) => connection.state !== null,
  },
  {
    name: "attachType",
    apiName: "AttachType",
    show: (connection) => <Data value={connection.attachType} />,
    isThere: (connection) => connection.attachType !== null,
  },
  {
    name: "attachInstanceId",
    apiName: "AttachInstanceId",
    show: (connection) => <Copyable value={connection.attachInstanceId} />,
    isThere: (connection) => connection.attachInstanceId !== null,
  },
  {
    name: "networkType",
    apiName: "NetworkType",
    show: (connection) => <Data value={connection.networkType} />,
    isThere: (connection) => connection.networkType !== null,
  },
  {
    name: "spec",
    apiName: "Spec",
    show: (connection) => <Data value={connection.spec} />,
    isThere: (connection) => connection.spec !== null,
  },
  {
    name: "tunnelBandwidth",
    apiName: "TunnelBandwidth",
    show: (connection) => <Data value={connection.tunnelBandwidth} />,
    isThere: (connection) => connection.tunnelBandwidth !== null,
  },
  {
    name: "resourceGroupId",
    apiName: "ResourceGroupId",
    show: (connection) => <Copyable value={connection.resourceGroupId} />,
    isThere: (connection) => connection.resourceGroupId !== null,
  },
  {
    name: "crossAccountAuthorized",
    apiName: "CrossAccountAuthorized",
    show: (connection) => <YesNo value={connection.crossAccountAuthorized} />,
    isThere: (connection) => connection.crossAccountAuthorized !== null,
  },
  {
    name: "enableTunnelsBgp",
    apiName: "EnableTunnelsBgp",
    show: (connection) => <YesNo value={connection.enableTunnelsBgp} />,
    isThere: (connection) => connection.enableTunnelsBgp !== null,
  },
  {
    name: "tags",
    apiName: "Tag",
    show: ({ tags }) => <TagList tags={tags} />,
    isThere: ({ tags }) => tags.length > 0,
  },
];

export const HEALTH_CHECK_FIELDS: Field<HealthCheck, ConnectionFieldName>[] = [
  { name: "healthEnable", apiName: "Enable", show: ({ enable }) => <OnOff value={enable} /> },
  { name: "healthStatus", apiName: "Status", show: (check) => <HealthStatus check={check} /> },
  { name: "dip", apiName: "Dip", show: (check) => <Data value={check.dip} /> },
  { name: "sip", apiName: "Sip", show: (check) => <Data value={check.sip} /> },
  {
    name: "interval",
    apiName: "Interval",
    show: ({ interval }) => <Lifetime seconds={interval} />,
  },
  {
    name: "retry",
    apiName: "Retry",
    show: (check) => <Data value={check.retry} />,
    isThere: ({ retry }) => retry !== null,
  },
  {
    name: "policy",
    apiName: "Policy",
    show: (check) => <Data value={check.policy} />,
    isThere: ({ policy }) => policy !== null,
  },
];
