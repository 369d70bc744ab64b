import { describe, expect, it } from "vitest";
import { cidrHolds, ipv4 } from "@/lib/vpn/ipv4";

describe("an IPv4 address", () => {
  it.each([
    ["0.0.0.0", 0],
    ["10.3.7.9", 0x0a_03_07_09],
    ["255.255.255.255", 0xff_ff_ff_ff],
  ])("%s is a number", (text, value) => {
    expect(ipv4(text)).toBe(value);
  });

  it.each(["", "10.3.7", "10.3.7.256", "010.3.7.9", "10.3.7.9 ", "::1", "1e1.0.0.0", "a.b.c.d"])(
    "%j is none",
    (text) => {
      expect(ipv4(text)).toBeNull();
    },
  );
});

const holds = (cidr: string, address: string) => cidrHolds(cidr, ipv4(address) ?? -1);

describe("a CIDR", () => {
  it.each([
    ["10.3.0.0/16", "10.3.7.9", true],
    ["10.3.0.0/16", "10.4.0.0", false],
    ["10.3.0.0/16", "10.3.255.255", true],
    ["0.0.0.0/0", "255.255.255.255", true],
    ["10.3.7.9/32", "10.3.7.9", true],
    ["10.3.7.9/32", "10.3.7.8", false],
    ["10.3.7.9", "10.3.7.9", true],
    ["192.168.0.0/31", "192.168.0.1", true],
    ["10.3.7.9/16", "10.3.200.1", true],
    ["10.3.0.0/33", "10.3.0.0", false],
    ["10.3.0.0/x", "10.3.0.0", false],
    ["fd00::/8", "10.3.0.0", false],
    ["nonsense", "10.3.0.0", false],
  ])("%s and %s: %s", (cidr, address, expected) => {
    expect(holds(cidr, address)).toBe(expected);
  });
});
