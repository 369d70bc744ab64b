import { describe, expect, it } from "vitest";
import { isDestinationRouting, splitSubnets } from "@/lib/vpn/subnets";

describe("joined subnets", () => {
  it.each([
    ["10.1.0.0/16", ["10.1.0.0/16"]],
    ["10.1.0.0/16,10.2.0.0/16", ["10.1.0.0/16", "10.2.0.0/16"]],
    [" 10.1.0.0/16 , 10.2.0.0/16 ", ["10.1.0.0/16", "10.2.0.0/16"]],
    ["10.1.0.0/16,,10.2.0.0/16,", ["10.1.0.0/16", "10.2.0.0/16"]],
    ["10.1.0.0/16\n10.2.0.0/16", ["10.1.0.0/16", "10.2.0.0/16"]],
    ["not a cidr", ["not", "a", "cidr"]],
    ["", []],
    [" , ", []],
    [null, []],
  ])("%j are %j", (joined, subnets) => expect(splitSubnets(joined)).toEqual(subnets));
});

describe("destination routing", () => {
  const any = "0.0.0.0/0";
  it.each([
    [[any], [any], true],
    [[any], ["10.0.0.0/8"], false],
    [["10.0.0.0/8"], [any], false],
    [[any, "10.0.0.0/8"], [any], false],
    [[], [], false],
    [[any], [], false],
  ])("with %j here and %j there: %s", (localSubnets, remoteSubnets, expected) => {
    expect(isDestinationRouting({ localSubnets, remoteSubnets })).toBe(expected);
  });
});
