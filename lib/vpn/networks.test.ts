import { describe, expect, it } from "vitest";
import { contains, networkOf } from "@/lib/vpn/networks";

describe("a network", () => {
  it.each([
    ["10.3.7.9", 4, 32],
    ["10.3.7.9/16", 4, 16],
    ["0.0.0.0/0", 4, 0],
    ["2408:4005:3c0::/56", 6, 56],
    ["::", 6, 128],
    ["::/0", 6, 0],
    ["FD00::1", 6, 128],
    ["::ffff:10.3.7.9", 4, 32],
    ["::ffff:10.3.0.0/112", 4, 16],
  ])("is %s", (text, family, prefixLength) => {
    expect(networkOf(text)).toMatchObject({ prefixLength });
    expect(networkOf(text)?.bytes).toHaveLength(family === 4 ? 4 : 16);
  });

  it.each([
    "",
    "10",
    "10.3",
    "10.3.7",
    "010.3.7.9",
    "0x0a.3.7.9",
    "10.3.7.256",
    "10.3.7.9/33",
    "10.3.7.9/",
    "10.3.7.9/08",
    "10.3.7.9/8/8",
    "10.3.7.9/-1",
    "::ffff:10.3.7.9/90",
    "fd00::/129",
    "fd00::1%eth0",
    "fd00:::1",
    "gggg::",
    " 10.3.7.9",
    "/8",
  ])("is not %j", (text) => expect(networkOf(text)).toBeNull());
});

describe("a network has another", () => {
  it.each([
    ["10.0.0.0/8", "10.9.1.0/24", true],
    ["10.9.1.0/24", "10.0.0.0/8", false],
    ["10.9.1.0/24", "10.9.1.0/24", true],
    ["0.0.0.0/0", "255.255.255.255", true],
    ["0.0.0.0/0", "::1", false],
    ["::/0", "10.0.0.1", false],
    ["::/0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", true],
    ["2408:4005:3c0::/56", "2408:4005:3c0:ff::1", true],
    ["2408:4005:3c0::/56", "2408:4005:3c0:100::1", false],
    ["128.0.0.0/1", "127.255.255.255", false],
  ])("%s %s: %s", (outer, inner, expected) => {
    const [one, other] = [networkOf(outer), networkOf(inner)];
    expect(one !== null && other !== null && contains(one, other)).toBe(expected);
  });
});
