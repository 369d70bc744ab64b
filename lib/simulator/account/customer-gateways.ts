import { drawTags } from "./connection-parts";
import type { Site } from "./site";
import type { CustomerGateway } from "./wire";

const day = 86_400_000;

export function createCustomerGateways(site: Site) {
  const all: CustomerGateway[] = [];
  const { random } = site;

  function create(createTime: number, bgp: boolean): CustomerGateway {
    const tags = drawTags(site);
    const gateway: CustomerGateway = {
      CustomerGatewayId: site.id("cgw"),
      Name: site.names.customerGateway(),
      Description: "",
      IpAddress: site.addresses.publicAddress(),
      // RFC 6996: 64512 to 65534 are for private use.
      ...(bgp ? { Asn: random.integer(64_512, 65_534), AuthKey: site.authKey() } : {}),
      CreateTime: createTime - random.integer(1, 30) * day,
      ResourceGroupId: random.pick(site.resourceGroupIds),
      ...(tags.length === 0 ? {} : { Tags: { Tag: tags } }),
    };
    all.push(gateway);
    return gateway;
  }

  return {
    all,
    /** A quarter of the connections end at a device that another one already uses. */
    forConnection(createTime: number, bgp: boolean): CustomerGateway {
      const older = random.chance(0.25) && all.length > 0 ? random.pick(all) : undefined;
      const usable = older && (older.Asn !== undefined) === bgp && older.CreateTime < createTime;
      return usable ? older : create(createTime, bgp);
    },
  };
}

export type CustomerGateways = ReturnType<typeof createCustomerGateways>;
