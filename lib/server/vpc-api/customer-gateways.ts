import "server-only";
import type { CustomerGateway } from "@/lib/vpn/gateways";
import type { WireParameters } from "@/lib/server/vpc-api/client";
import type { ListKind } from "@/lib/server/vpc-api/list-page";
import { toCustomerGateway } from "@/lib/server/vpc-api/mappers/customer-gateway";
import {
  rawCustomerGateway,
  rawCustomerGatewayPage,
} from "@/lib/server/vpc-api/raw/customer-gateway";
import { type ReadableList, readableOf, readWholeList } from "@/lib/server/vpc-api/walk";

const CUSTOMER_GATEWAYS: ListKind<typeof rawCustomerGateway, CustomerGateway> = {
  action: "DescribeCustomerGateways",
  page: rawCustomerGatewayPage,
  item: rawCustomerGateway,
  toItem: toCustomerGateway,
  idOf: ({ customerGatewayId }) => customerGatewayId,
  wireId: "CustomerGatewayId",
};

/** All of a region, or those the API finds by the id. Throws VpcApiError. */
export async function describeCustomerGateways(
  regionId: string,
  { customerGatewayId }: { customerGatewayId?: string } = {},
): Promise<ReadableList<CustomerGateway>> {
  // pop-core would send an absent value as the word `undefined`.
  const filters: WireParameters =
    customerGatewayId === undefined ? {} : { CustomerGatewayId: customerGatewayId };
  const whole = await readWholeList(CUSTOMER_GATEWAYS, regionId, filters);
  return readableOf(CUSTOMER_GATEWAYS, whole, customerGatewayId);
}
