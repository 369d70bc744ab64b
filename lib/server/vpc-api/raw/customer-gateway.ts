import "server-only";
import { z } from "zod";
import { numberOrNull, tagList, textOrNull } from "@/lib/server/vpc-api/raw/lenient";
import { pageOf } from "@/lib/server/vpc-api/raw/page";
import { secret, text } from "@/lib/server/vpc-api/raw/scalars";

/** One gateway of DescribeCustomerGateways 2016-04-28. Only its id must be there. */
export const rawCustomerGateway = z.object({
  CustomerGatewayId: text.pipe(z.string()),
  Name: textOrNull,
  Description: textOrNull,
  IpAddress: textOrNull,
  Asn: numberOrNull,
  AuthKey: secret,
  CreateTime: numberOrNull,
  ResourceGroupId: textOrNull,
  Tags: tagList,
  Tag: tagList,
});

export type RawCustomerGateway = z.infer<typeof rawCustomerGateway>;

export const rawCustomerGatewayPage = pageOf("CustomerGateways", "CustomerGateway");
