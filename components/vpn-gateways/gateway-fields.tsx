import type { Field } from "@/components/fields/field-table";
import { Copyable, Data, DataList, TagList, YesNo } from "@/components/fields/values";
import { Time } from "@/components/ui/time";
import type messages from "@/lib/i18n/messages/en.json";
import type { VpnGateway } from "@/lib/vpn/gateways";

export type GatewayFieldName = keyof (typeof messages)["vpnGateways"]["fields"];

type GatewayField = Field<VpnGateway, GatewayFieldName>;

/** Every gateway has these, if only to say that the API has not told them. */
export const GATEWAY_FIELDS: GatewayField[] = [
  { name: "status", apiName: "Status", show: ({ status }) => <Data value={status} /> },
  {
    name: "businessStatus",
    apiName: "BusinessStatus",
    show: ({ businessStatus }) => <Data value={businessStatus} />,
  },
  {
    name: "gatewayType",
    apiName: "GatewayType",
    show: ({ gatewayType }) => <Data value={gatewayType} />,
  },
  { name: "vpnType", apiName: "VpnType", show: ({ vpnType }) => <Data value={vpnType} /> },
  { name: "spec", apiName: "Spec", show: ({ spec }) => <Data value={spec} /> },
  { name: "enableBgp", apiName: "EnableBgp", show: ({ enableBgp }) => <YesNo value={enableBgp} /> },
  {
    name: "autoPropagate",
    apiName: "AutoPropagate",
    show: ({ autoPropagate }) => <YesNo value={autoPropagate} />,
  },
  { name: "ipsecVpn", apiName: "IpsecVpn", show: ({ ipsecVpn }) => <Data value={ipsecVpn} /> },
  { name: "sslVpn", apiName: "SslVpn", show: ({ sslVpn }) => <Data value={sslVpn} /> },
  {
    name: "sslMaxConnections",
    apiName: "SslMaxConnections",
    show: ({ sslMaxConnections }) => <Data value={sslMaxConnections} />,
    isThere: ({ sslVpn }) => sslVpn === "enable",
  },
];

export const NETWORK_FIELDS: GatewayField[] = [
  {
    name: "internetIp",
    apiName: "InternetIp",
    show: ({ internetIp }) => <Copyable value={internetIp} />,
  },
  {
    name: "disasterRecoveryInternetIp",
    apiName: "DisasterRecoveryInternetIp",
    show: ({ disasterRecoveryInternetIp }) => <Copyable value={disasterRecoveryInternetIp} />,
    isThere: ({ disasterRecoveryInternetIp }) => disasterRecoveryInternetIp !== null,
  },
  {
    name: "sslVpnInternetIp",
    apiName: "SslVpnInternetIp",
    show: ({ sslVpnInternetIp }) => <Copyable value={sslVpnInternetIp} />,
    isThere: ({ sslVpnInternetIp }) => sslVpnInternetIp !== null,
  },
  {
    name: "networkType",
    apiName: "NetworkType",
    show: ({ networkType }) => <Data value={networkType} />,
  },
  { name: "vpcId", apiName: "VpcId", show: ({ vpcId }) => <Copyable value={vpcId} /> },
  {
    name: "vSwitchId",
    apiName: "VSwitchId",
    show: ({ vSwitchId }) => <Copyable value={vSwitchId} />,
  },
  {
    name: "disasterRecoveryVSwitchId",
    apiName: "DisasterRecoveryVSwitchId",
    show: ({ disasterRecoveryVSwitchId }) => <Copyable value={disasterRecoveryVSwitchId} />,
    isThere: ({ disasterRecoveryVSwitchId }) => disasterRecoveryVSwitchId !== null,
  },
  {
    name: "eniInstanceIds",
    apiName: "EniInstanceIds",
    show: ({ eniInstanceIds }) => <DataList values={eniInstanceIds} />,
    isThere: ({ eniInstanceIds }) => eniInstanceIds.length > 0,
  },
];

export const ACCOUNT_FIELDS: GatewayField[] = [
  {
    name: "createTime",
    apiName: "CreateTime",
    show: ({ createTime }) =>
      createTime === null ? <Data value={null} /> : <Time value={createTime} show="full" />,
  },
  {
    name: "endTime",
    apiName: "EndTime",
    show: ({ endTime }) =>
      endTime === null ? <Data value={null} /> : <Time value={endTime} show="full" />,
  },
  {
    name: "chargeType",
    apiName: "ChargeType",
    show: ({ chargeType }) => <Data value={chargeType} />,
  },
  {
    name: "resourceGroupId",
    apiName: "ResourceGroupId",
    show: ({ resourceGroupId }) => <Copyable value={resourceGroupId} />,
  },
  {
    name: "description",
    apiName: "Description",
    show: ({ description }) => <span className="wrap-anywhere">{description}</span>,
    isThere: ({ description }) => description !== null,
  },
  {
    name: "tags",
    apiName: "Tags",
    show: ({ tags }) => <TagList tags={tags} />,
    isThere: ({ tags }) => tags.length > 0,
  },
  {
    name: "systemTags",
    apiName: "Tag",
    show: ({ systemTags }) => <TagList tags={systemTags} />,
    isThere: ({ systemTags }) => systemTags.length > 0,
  },
];
