import "server-only";
import { z } from "zod";
import { pageOf } from "@/lib/server/vpc-api/raw/page";
import { id, number, secret, text, time } from "@/lib/server/vpc-api/raw/scalars";
import { tagList } from "@/lib/server/vpc-api/raw/tags";

/** One gateway of DescribeCustomerGateways 2016-04-28. Only its id must be there. */
export const rawCustomerGateway = z.object({
  CustomerGatewayId: id,
  Name: text,
  Description: text,
  IpAddress: text,
  Asn: number,
  AuthKey: secret,
  CreateTime: time,
  ResourceGroupId: text,
  Tags: tagList,
  Tag: tagList,
});

export type RawCustomerGateway = z.infer<typeof rawCustomerGateway>;

export const rawCustomerGatewayPage = pageOf("CustomerGateways", "CustomerGateway");
