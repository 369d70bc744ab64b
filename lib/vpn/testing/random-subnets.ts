import * as fc from "fast-check";
import { connection } from "@/lib/vpn/testing/connections";

/** Few bits vary, so that many of them meet. */
const ipv4 = fc
  .record({
    second: fc.constantFrom(0, 1, 2, 128),
    third: fc.constantFrom(0, 1, 64, 255),
    last: fc.constantFrom(0, 1, 200),
    length: fc.integer({ min: 0, max: 32 }),
  })
  .map(({ second, third, last, length }) => `10.${second}.${third}.${last}/${length}`);

const ipv6 = fc
  .record({
    group: fc.constantFrom("0", "1", "8000", "ffff"),
    last: fc.constantFrom("", "1", "ff"),
    length: fc.integer({ min: 0, max: 128 }),
  })
  .map(({ group, last, length }) => `2408:${group}:${group}::${last}/${length}`);

export const someCidr = fc.oneof(ipv4, ipv6);

const sides = fc.record({
  gateway: fc.constantFrom("vpn-1", "vpn-2", "vpn-3"),
  localSubnets: fc.array(someCidr, { maxLength: 3 }),
  remoteSubnets: fc.array(someCidr, { maxLength: 3 }),
});

/** Connections with random networks on both sides, of both families. */
export const someConnections = fc
  .array(sides, { maxLength: 12 })
  .map((all) =>
    all.map(({ gateway, ...subnets }, index) =>
      connection(`vco-${index}`, [], { ...subnets, vpnGatewayId: gateway }),
    ),
  );
