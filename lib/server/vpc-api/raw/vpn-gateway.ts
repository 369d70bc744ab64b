import "server-only";
import { z } from "zod";
import {
  flagOrNull,
  numberOrNull,
  tagList,
  tagsOrNotes,
  textList,
  textOrNull,
} from "@/lib/server/vpc-api/raw/lenient";
import { pageOf } from "@/lib/server/vpc-api/raw/page";
import { text } from "@/lib/server/vpc-api/raw/scalars";

/** One gateway of DescribeVpnGateways 2016-04-28. Only its id must be there. */
export const rawVpnGateway = z.object({
  VpnGatewayId: text.pipe(z.string()),
  Name: textOrNull,
  Description: textOrNull,
  // Gateways of the enhanced type come without Status and ChargeType.
  Status: textOrNull,
  BusinessStatus: textOrNull,
  ChargeType: textOrNull,
  CreateTime: numberOrNull,
  EndTime: numberOrNull,
  VpcId: textOrNull,
  VSwitchId: textOrNull,
  DisasterRecoveryVSwitchId: textOrNull,
  InternetIp: textOrNull,
  DisasterRecoveryInternetIp: textOrNull,
  SslVpnInternetIp: textOrNull,
  Spec: textOrNull,
  IpsecVpn: textOrNull,
  SslVpn: textOrNull,
  SslMaxConnections: numberOrNull,
  NetworkType: textOrNull,
  VpnType: textOrNull,
  GatewayType: textOrNull,
  EnableBgp: flagOrNull,
  AutoPropagate: flagOrNull,
  ResourceGroupId: textOrNull,
  Tags: tagList,
  Tag: tagsOrNotes,
  EniInstanceIds: textList("EniInstanceId"),
});

export type RawVpnGateway = z.infer<typeof rawVpnGateway>;

export const rawVpnGatewayPage = pageOf("VpnGateways", "VpnGateway");
