import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, type Network, networkOf } from "@/lib/vpn/networks";
import { createPrefixMap, keyOf } from "@/lib/vpn/prefix-map";

const ipv4 = fc.record({
  bytes: fc.tuple(fc.constantFrom(10, 11, 0), fc.nat(2), fc.nat(255), fc.nat(255)),
  prefixLength: fc.nat(32),
});
const ipv6 = fc.record({
  bytes: fc
    .tuple(fc.constantFrom(0x20, 0), fc.nat(1), fc.nat(255))
    .map((first) => Array.from({ length: 16 }, (_, index) => first[index] ?? index % 2)),
  prefixLength: fc.nat(128),
});
const network: fc.Arbitrary<Network> = fc.oneof(ipv4, ipv6);

const same = (one: Network, other: Network) =>
  overlap(one, other) && one.prefixLength === other.prefixLength;
const overlap = (one: Network, other: Network) => contains(one, other) || contains(other, one);

describe("a map by prefix", () => {
  it("finds what overlaps and nothing else, as comparing each with each does", () => {
    fc.assert(
      fc.property(fc.array(network, { maxLength: 30 }), network, (networks, asked) => {
        const lengths = new Set([asked, ...networks].map(({ prefixLength }) => prefixLength));
        const map = createPrefixMap(lengths, (): number[] => []);
        for (const [index, one] of networks.entries()) {
          for (const place of map.placesOf(one)) place.push(index);
        }
        const expected = networks.flatMap((one, index) => (overlap(one, asked) ? [index] : []));
        const found = map.overlapping(asked).flat();
        expect(found.toSorted((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("has one key for a network, whatever its host bits, and another for each other one", () => {
    fc.assert(
      fc.property(network, network, (one, other) => {
        expect(keyOf(one) === keyOf(other)).toBe(same(one, other));
      }),
      { numRuns: 500 },
    );
    const keys = ["10.1.2.3/16", "10.1.0.0/16", "10.1.0.0/24"].map((cidr) => {
      const read = networkOf(cidr);
      return read === null ? null : keyOf(read);
    });
    expect(keys[0]).toBe(keys[1]);
    expect(keys[1]).not.toBe(keys[2]);
  });
});
