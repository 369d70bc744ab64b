import { describe, expect, it } from "vitest";
import { parseWaivers, readWaivers } from "@/lib/server/inventory/waivers/waivers-file";

const lastDay = Date.parse("2027-04-01T00:00:00Z");

const messageOf = (text: string): string => {
  try {
    parseWaivers(text);
  } catch (error) {
    return String(error);
  }
  return "";
};

/** A file with one waiver, of these lines. */
const fileOf = (...lines: string[]) => `waivers:\n  - ${lines.join("\n    ")}\n`;
const RULE = "rule: ike-version-1";
const WHERE = "regionId: cn-hangzhou";
const WHY = "reason: The device is replaced in April";
const END = "until: 2027-03-31";

describe("the file of waivers", () => {
  it("accepts rules on a region, until the end of a day", () => {
    expect(parseWaivers(fileOf(RULE, WHERE, WHY, END))).toEqual([
      {
        rules: ["ike-version-1"],
        regionId: "cn-hangzhou",
        vpnGatewayId: null,
        customerGatewayId: null,
        vpnConnectionId: null,
        tag: null,
        reason: "The device is replaced in April",
        until: lastDay,
        lastDay: "2027-03-31",
      },
    ]);
  });

  it("accepts lists of rules, gateways, a connection, tags and times", () => {
    const [waiver] = parseWaivers(
      fileOf(
        "rule: [dh-group-2, integrity-md5]",
        "vpnGatewayId: vpn-1",
        "customerGatewayId: cgw-1",
        "vpnConnectionId: vco-1",
        'tag: "env:te:st"',
        WHY,
        "until: 2027-03-31T12:00:00+08:00",
      ),
    );
    expect(waiver).toMatchObject({
      rules: ["dh-group-2", "integrity-md5"],
      vpnGatewayId: "vpn-1",
      customerGatewayId: "cgw-1",
      vpnConnectionId: "vco-1",
      tag: { key: "env", value: "te:st" },
      until: Date.parse("2027-03-31T04:00:00Z"),
      lastDay: null,
    });
  });

  it.each(["", "# nothing yet\n", "waivers:\n", "waivers: []\n"])("may be empty: %j", (text) => {
    expect(parseWaivers(text)).toEqual([]);
  });

  it.each([
    [fileOf("rule: ike-v1", WHERE, WHY, END), "line 2: rule must be the id of a rule"],
    [fileOf("rule: [dh-group-2,\n      md5]", WHERE, WHY, END), "line 3: rule must be the id"],
    [fileOf(WHERE, WHY, END), "line 2: rule must be the id of a rule"],
    [fileOf(RULE, WHY, END), "line 2: must say where it holds"],
    [fileOf(RULE, WHERE, END), "line 2: reason must say why"],
    [fileOf(RULE, WHERE, "reason: ''", END), "line 4: reason must say why"],
    [fileOf(RULE, WHERE, WHY), "line 2: until must be a day"],
    [fileOf(RULE, WHERE, WHY, "until: 2027-02-31"), "line 5: until must be a day"],
    [fileOf(RULE, WHERE, WHY, "until: next week"), "line 5: until must be a day"],
    [fileOf(RULE, WHERE, WHY, "until: 2027-03-31T12:00"), "line 5: until must be a day"],
    [fileOf(RULE, "regionId: Hangzhou!", WHY, END), "line 3: regionId must be the id of a region"],
    [fileOf(RULE, "vpnGatewayId: vco-1", WHY, END), "line 3: vpnGatewayId must be an id"],
    [fileOf(RULE, "tag: production", WHY, END), "line 3: tag must be a tag as key:value"],
    [fileOf(RULE, "region: cn-hangzhou", WHY, END), "line 3: region is not a name that is known"],
    ["waivers:\n  - a\n", "line 2: must be a waiver"],
    ["waiver:\n  - rule: dh-group-2\n", "line 1: must hold a list of waivers"],
    ["- rule: dh-group-2\n", "line 1: must hold a list of waivers"],
    ["waivers:\n  - rule: a\n  rule: b\n   c: [\n", "is not YAML"],
    ["waivers:\n  - rule: dh-group-2\n    rule: dh-group-5\n", "line 3: is not YAML"],
  ])("is refused with the line: %j", (text, message) => {
    expect(messageOf(text)).toContain(message);
  });

  it("is refused with all that is wrong, in the order of the lines", () => {
    const text = [
      "waivers:",
      "  - rule: [dh-group-2, md5]",
      "    region: cn-hangzhou",
      "    reason: ''",
      "    until: next week",
      "  - rule: dpd-off",
      "    regionId: cn-hangzhou",
      "    reason: known",
      "    until: 2027-03-31",
      "  - rule: dpd-off",
      "    regionID: cn-hangzhou",
      "    why: known",
    ].join("\n");
    const told = messageOf(text).replace("WaiversFileError: ", "").split("; ");
    expect(told.map((one) => one.replace(/ (must|is).*/, ""))).toEqual([
      "line 2: rule",
      "line 2:",
      "line 3: region",
      "line 4: reason",
      "line 5: until",
      "line 10: reason",
      "line 10: until",
      "line 10:",
      "line 11: regionID",
      "line 12: why",
    ]);
  });

  it("is refused with the first twenty of many mistakes, and how many there are besides", () => {
    const told = messageOf(`waivers:\n${"  - a\n".repeat(25)}`).split("; ");
    expect(told).toHaveLength(21);
    expect(told[19]).toContain("line 21: must be a waiver");
    expect(told[20]).toBe("and 5 more");
  });

  it("says that it cannot be read", () => {
    expect(() => readWaivers("/nowhere/waivers.yaml")).toThrow("cannot be read (ENOENT)");
  });
});
