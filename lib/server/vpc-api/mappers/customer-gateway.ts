import "server-only";
import type { CustomerGateway } from "@/lib/vpn/gateways";
import { collectOddValues } from "@/lib/server/vpc-api/mappers/odd-values";
import { toTags } from "@/lib/server/vpc-api/mappers/tags";
import type { RawCustomerGateway } from "@/lib/server/vpc-api/raw/customer-gateway";

/** Picks each field by name and spreads nothing, so that what is not named here cannot leave. */
export function toCustomerGateway(regionId: string, raw: RawCustomerGateway): CustomerGateway {
  const { oddValues, valueOf } = collectOddValues();
  return {
    regionId,
    customerGatewayId: raw.CustomerGatewayId,
    name: raw.Name ?? "",
    description: raw.Description,
    ipAddress: raw.IpAddress,
    asn: valueOf("asn", raw.Asn),
    authKey: raw.AuthKey,
    createTime: valueOf("createTime", raw.CreateTime),
    resourceGroupId: raw.ResourceGroupId,
    tags: toTags(raw.Tags.length > 0 ? raw.Tags : raw.Tag),
    oddValues,
  };
}
