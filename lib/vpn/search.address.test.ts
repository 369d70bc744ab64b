import { describe, expect, it } from "vitest";
import { createSearch } from "@/lib/vpn/search";
import { connection, tunnel } from "@/lib/vpn/testing/connections";
import type { VpnConnection } from "@/lib/vpn/types";

const finds = (q: string, found: VpnConnection) => createSearch(q).rankOf(found) !== null;

const up = tunnel("ipsec_sa_established");

/** A connection whose only subnet, on one side or the other, is this one. */
const local = (...localSubnets: string[]) => connection("vco-1", [up], { localSubnets });
const remote = (...remoteSubnets: string[]) => connection("vco-1", [up], { remoteSubnets });
const named = (name: string) => connection("vco-1", [up], { name });

describe("an address", () => {
  it.each([
    ["10.3.7.9", "10.3.0.0/16", true],
    ["10.4.0.0", "10.3.0.0/16", false],
    ["10.3.0.0", "10.3.0.0/16", true],
    ["10.3.255.255", "10.3.0.0/16", true],
    ["10.2.255.255", "10.3.0.0/16", false],
    ["10.3.7.9", "10.3.7.9/32", true],
    ["10.3.7.8", "10.3.7.9/32", false],
    ["10.3.7.9", "10.3.7.9", true],
    ["10.3.7.8", "10.3.7.8/31", true],
    ["10.3.7.9", "10.3.7.8/31", true],
    ["0.0.0.0", "0.0.0.0/0", true],
    ["255.255.255.255", "0.0.0.0/0", true],
    ["128.0.0.1", "128.0.0.0/1", true],
    ["127.255.255.255", "128.0.0.0/1", false],
    ["10.3.200.1", "10.3.7.9/16", true],
    ["10.3.7.9", "10.3.0.0/33", false],
    ["10.3.7.9", "10.3.0.0/016", false],
    ["10.3.7.9", "10.3.0.0/", false],
    ["10.3.7.9", "10.3.0.0/16/8", false],
    ["10.3.7.9", "010.3.0.0/16", false],
    ["10.3.7.9", "10.3/16", false],
    ["10.3.7.9", "fd00::/8", false],
    ["10.3.7.9", "::/0", false],
    ["10.3.7.9", "::ffff:10.3.0.0/112", true],
    ["10.3.7.9", "nonsense", false],
    ["10.3.7.9", "", false],
  ])("%s is in %j: %s", (address, cidr, expected) => {
    expect(finds(address, local(cidr))).toBe(expected);
    expect(finds(address, remote("172.16.0.0/12", cidr))).toBe(expected);
  });

  it.each([
    " 10.3.7.9\t",
    "\u300010.3.7.9",
    "::ffff:10.3.7.9",
    "::FFFF:10.3.7.9",
    "10.3.7.9/32",
    "１０.３.７.９",
    "１０．３．７．９",
    "10。3。7。9",
  ])("is understood as %j", (q) => {
    expect(finds(q, local("10.3.0.0/16"))).toBe(true);
    expect(finds(q, local("10.4.0.0/16"))).toBe(false);
  });

  it("is found where subnets overlap, in each of them", () => {
    expect(finds("10.3.7.9", local("10.0.0.0/8"))).toBe(true);
    expect(finds("10.3.7.9", local("10.3.8.0/24", "10.3.7.0/24"))).toBe(true);
    expect(finds("10.3.9.9", local("10.3.8.0/24", "10.3.7.0/24"))).toBe(false);
  });

  it.each([
    ["to-10.1.1.1", true],
    ["10.1.1.1", true],
    ["[10.1.1.1]:500", true],
    ["hq (10.1.1.1/24).", true],
    ["Reached at 10.1.1.1.", true],
    ["210.1.1.1", false],
    ["10.1.1.10", false],
    ["10.1.1.1.5", false],
    ["3.10.1.1.1", false],
    ["10.1.1", false],
  ])("stands in the name %j: %s", (name, expected) => {
    expect(finds("10.1.1.1", named(name))).toBe(expected);
  });
});

describe("a CIDR", () => {
  it.each([
    ["10.3.0.0/16", "10.3.0.0/16", true],
    ["10.3.0.0/16", "10.0.0.0/8", true],
    ["10.3.0.0/16", "0.0.0.0/0", true],
    ["10.3.0.0/16", "10.3.0.0/17", false],
    ["10.3.0.0/16", "10.4.0.0/16", false],
    ["10.3.7.9/16", "10.3.0.0/16", true],
    ["10.3.0.0/16", "10.3.200.1/16", true],
    ["0.0.0.0/0", "0.0.0.0/0", true],
    ["0.0.0.0/0", "10.0.0.0/0", true],
    ["0.0.0.0/0", "0.0.0.0/1", false],
    ["10.0.0.0/8", "10.3.0.0/16", false],
    ["0.3.0.0/16", "10.3.0.0/16", false],
    ["10.3.0.0/1", "10.3.0.0/16", false],
    ["10.3.0.0/16", "fd00::/16", false],
  ])("%s is equal to %s or within it: %s", (q, cidr, expected) => {
    expect(finds(q, remote(cidr))).toBe(expected);
  });

  it("stands in a name as it is written", () => {
    expect(finds("10.3.0.0/16", named("for 10.3.0.0/16 (hq)"))).toBe(true);
    expect(finds("10.3.0.0/1", named("for 10.3.0.0/16 (hq)"))).toBe(false);
    expect(finds("10.3.0.0/16", named("for 110.3.0.0/16"))).toBe(false);
  });
});
