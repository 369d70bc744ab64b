import "server-only";
import type { CustomerGateway } from "@/lib/vpn/gateways";
import { toTags } from "@/lib/server/vpc-api/mappers/tags";
import type { RawCustomerGateway } from "@/lib/server/vpc-api/raw/customer-gateway";

/** Picks each field by name and spreads nothing, so that what is not named here cannot leave. */
export function toCustomerGateway(regionId: string, raw: RawCustomerGateway): CustomerGateway {
  return {
    regionId,
    customerGatewayId: raw.CustomerGatewayId,
    name: raw.Name ?? "",
    description: raw.Description,
    ipAddress: raw.IpAddress,
    asn: raw.Asn,
    authKey: raw.AuthKey,
    createTime: raw.CreateTime,
    resourceGroupId: raw.ResourceGroupId,
    tags: toTags(raw.Tags.length > 0 ? raw.Tags : raw.Tag),
  };
}
