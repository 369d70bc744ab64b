import "server-only";
import { z } from "zod";
import { pageOf } from "@/lib/server/vpc-api/raw/page";
import { flag, id, number, text, textList, time } from "@/lib/server/vpc-api/raw/scalars";
import { tagList, tagsOrNotes } from "@/lib/server/vpc-api/raw/tags";

/** One gateway of DescribeVpnGateways 2016-04-28. Only its id must be there. */
export const rawVpnGateway = z.object({
  VpnGatewayId: id,
  Name: text,
  Description: text,
  // Gateways of the enhanced type come without Status and ChargeType.
  Status: text,
  BusinessStatus: text,
  ChargeType: text,
  CreateTime: time,
  EndTime: time,
  VpcId: text,
  VSwitchId: text,
  DisasterRecoveryVSwitchId: text,
  InternetIp: text,
  DisasterRecoveryInternetIp: text,
  SslVpnInternetIp: text,
  Spec: text,
  IpsecVpn: text,
  SslVpn: text,
  SslMaxConnections: number,
  NetworkType: text,
  VpnType: text,
  GatewayType: text,
  EnableBgp: flag,
  AutoPropagate: flag,
  ResourceGroupId: text,
  Tags: tagList,
  Tag: tagsOrNotes,
  EniInstanceIds: textList("EniInstanceId"),
});

export type RawVpnGateway = z.infer<typeof rawVpnGateway>;

export const rawVpnGatewayPage = pageOf("VpnGateways", "VpnGateway");
