import { expect, it } from "vitest";
import { otherNetwork } from "./peer-values";

it.each([
  ["192.168.185.0/24", "192.168.0.0/16"],
  ["10.7.0.0/16", "10.7.0.0/17"],
  ["10.0.0.0/8", "10.0.0.0/16"],
  ["172.16.3.9", "172.16.0.0/16"],
  ["0.0.0.0/0", "10.0.0.0/8"],
  ["2001:db8:7::/48", "2001:db8:ffff::/48"],
])(
  "the device at the other end has another network than %s, without host bits",
  (network, other) => {
    expect(otherNetwork(network)).toBe(other);
  },
);
