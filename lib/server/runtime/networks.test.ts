import { describe, expect, it } from "vitest";
import { isWithin, parseNetworks } from "@/lib/server/runtime/networks";

describe("a list of networks", () => {
  it.each([
    [["10.0.0.5"], "10.0.0.5", true],
    [["10.0.0.5"], "10.0.0.6", false],
    [["10.1.0.0/16"], "10.1.255.255", true],
    [["10.1.0.0/16"], "10.2.0.0", false],
    // What stands behind the mask does not matter.
    [["10.1.2.3/16"], "10.1.9.9", true],
    [["10.0.0.8/31"], "10.0.0.9", true],
    [["10.0.0.8/31"], "10.0.0.10", false],
    [["128.0.0.0/1"], "203.0.113.9", true],
    [["128.0.0.0/1"], "2001:db8::1", false],
    [["10.0.0.5", "192.0.2.0/24"], "192.0.2.77", true],
    [["::1"], "::1", true],
    [["::1"], "0:0:0:0:0:0:0:1", true],
    [["::1"], "127.0.0.1", false],
    [["2001:db8::/32"], "2001:db8:ffff::1", true],
    [["2001:DB8::/32"], "2001:db9::1", false],
    [["fd00::/8", "10.0.0.0/8"], "10.9.9.9", true],
    // An IPv4 address as a socket of both kinds tells it.
    [["10.0.0.0/8"], "::ffff:10.0.0.5", true],
    [["10.0.0.0/8"], "::FFFF:10.0.0.5", true],
    [["10.0.0.0/8"], "::ffff:a00:5", true],
    [["10.0.0.0/8"], "::ffff:11.0.0.5", false],
    [["::ffff:10.0.0.0/104"], "10.0.0.5", true],
    [["::ffff:10.0.0.0/104"], "::ffff:10.0.0.5", true],
    [["::ffff:10.0.0.0/104"], "11.0.0.5", false],
    [["10.0.0.0/8"], "", false],
    [["10.0.0.0/8"], "10.0.0", false],
    [["10.0.0.0/8"], "10.0.0.5:80", false],
    [["10.0.0.0/8"], "10.0.0.5, 10.0.0.6", false],
    [["10.0.0.0/8"], "unknown", false],
    [["10.0.0.0/8"], "fe80::1%eth0", false],
  ])("%j has %s: %j", (list, address, expected) => {
    const networks = parseNetworks(list);
    expect(networks).not.toBeNull();
    expect(networks !== null && isWithin(networks, address)).toBe(expected);
  });

  it.each([
    "",
    "proxy.example",
    "10.0.0",
    "10.0.0.256",
    "010.0.0.1",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/",
    "10.0.0.0/8/8",
    "10.0.0.0/0x8",
    "10.0.0.0/ 8",
    "10.0.0.0/255.0.0.0",
    "::/129",
    "[::1]",
    "2001:db8::g",
    "*",
  ])("with %j is none", (one) => {
    expect(parseNetworks([one])).toBeNull();
    expect(parseNetworks(["10.0.0.5", one])).toBeNull();
  });

  it("without any is none", () => expect(parseNetworks([])).toBeNull());
});

it.each(["0.0.0.0/0", "::/0", "10.0.0.0/00"])("%s is everybody, and no network", (all) => {
  expect(parseNetworks([all])).toBeNull();
});
