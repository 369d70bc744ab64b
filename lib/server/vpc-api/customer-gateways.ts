import "server-only";
import type { CustomerGateway } from "@/lib/vpn/gateways";
import { defineLastPages, type ListKind } from "@/lib/server/vpc-api/list-page";
import { toCustomerGateway } from "@/lib/server/vpc-api/mappers/customer-gateway";
import {
  rawCustomerGateway,
  rawCustomerGatewayPage,
} from "@/lib/server/vpc-api/raw/customer-gateway";
import { type ReadableList, readableOf, readWholeList } from "@/lib/server/vpc-api/walk";

const CUSTOMER_GATEWAYS: ListKind<typeof rawCustomerGateway, CustomerGateway> = {
  action: "DescribeCustomerGateways",
  lastPages: defineLastPages("DescribeCustomerGateways"),
  page: rawCustomerGatewayPage,
  item: rawCustomerGateway,
  toItem: toCustomerGateway,
  idOf: ({ customerGatewayId }) => customerGatewayId,
  wireId: "CustomerGatewayId",
};

/** All of a region. Throws VpcApiError. */
export async function describeCustomerGateways(
  regionId: string,
): Promise<ReadableList<CustomerGateway>> {
  return readableOf(await readWholeList(CUSTOMER_GATEWAYS, regionId, {}));
}
