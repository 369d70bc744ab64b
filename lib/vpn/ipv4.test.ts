import { describe, expect, it } from "vitest";
import { holds, ipv4Network } from "@/lib/vpn/ipv4";

describe("an IPv4 network", () => {
  it.each([
    ["10.3.7.9", 0x0a_03_07_09, 0x0a_03_07_09],
    ["10.3.7.9/32", 0x0a_03_07_09, 0x0a_03_07_09],
    ["10.3.0.0/16", 0x0a_03_00_00, 0x0a_03_ff_ff],
    ["10.3.7.9/16", 0x0a_03_00_00, 0x0a_03_ff_ff],
    ["0.0.0.0/0", 0, 0xff_ff_ff_ff],
    ["255.255.255.255/0", 0, 0xff_ff_ff_ff],
    ["128.0.0.0/1", 0x80_00_00_00, 0xff_ff_ff_ff],
    ["255.255.255.255", 0xff_ff_ff_ff, 0xff_ff_ff_ff],
  ])("%s is from its first address to its last", (text, first, last) => {
    expect(ipv4Network(text)).toEqual({ first, last });
  });

  it.each([
    "",
    "/",
    "10.3.7",
    "10.3.7.9.1",
    "10.3.7.256",
    "999.1.1.1",
    "010.3.7.9",
    "10.3.7.9 ",
    "10.3.7.9\n",
    "10.3.7.9/",
    "10.3.7.9/33",
    "10.3.7.9/016",
    "10.3.7.9/-1",
    "10.3.7.9/1e1",
    "10.3.7.9/16/16",
    "1e1.0.0.0",
    "0x0a.3.7.9",
    "::1",
    "::ffff:10.3.7.9",
    "a.b.c.d",
    "１０.3.7.9",
  ])("%j is none", (text) => {
    expect(ipv4Network(text)).toBeNull();
  });
});

function holdsText(outer: string, inner: string): boolean {
  const [one, other] = [ipv4Network(outer), ipv4Network(inner)];
  return one !== null && other !== null && holds(one, other);
}

describe("a network holds", () => {
  it.each([
    ["10.3.0.0/16", "10.3.0.0/16", true],
    ["10.3.0.0/16", "10.3.255.255", true],
    ["10.3.0.0/16", "10.4.0.0", false],
    ["10.3.0.0/16", "10.0.0.0/8", false],
    ["0.0.0.0/0", "255.255.255.255", true],
    ["192.168.0.0/31", "192.168.0.1", true],
    ["192.168.0.0/31", "192.168.0.2", false],
  ])("%s and %s: %s", (outer, inner, expected) => {
    expect(holdsText(outer, inner)).toBe(expected);
  });
});
