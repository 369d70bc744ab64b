import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingsIn, foundBy, pair, single } from "@/lib/server/testing/findings";
import type { RuleId } from "@/lib/vpn/findings/finding";

const LONG = "r8Kw2Zp5Xv9Lq3Nc7Tb1";
const withKey = (Psk: unknown, more: object = {}) => single({ ike: { Psk }, ...more });
const isFound = (rule: RuleId, Psk: unknown) => foundBy(rule, [withKey(Psk)]).length === 1;

const at = (id: string, gateways: string[], keys: string[]) => {
  const [first, second] = gateways.map((CustomerGatewayId, index) => ({
    TunnelId: `${id}-${index}`,
    TunnelIndex: index + 1,
    CustomerGatewayId,
    TunnelIkeConfig: { Psk: keys[index] ?? keys[0] },
  }));
  return {
    VpnConnectionId: id,
    TunnelOptionsSpecification: { TunnelOptions: second ? [first, second] : [first] },
  };
};

const lacks = (one: string[], other: string[]) => !one.every((id) => other.includes(id));

const found = (...bodies: object[]) =>
  foundBy("psk-reused", bodies).map(({ vpnConnectionId, tunnel }) => [vpnConnectionId, tunnel]);

describe("psk-short", () => {
  it.each([
    ["r8Kw2Zp5Xv9", "high", 12],
    ["r8Kw2Zp5Xv9L", "medium", 20],
    ["r8Kw2Zp5Xv9Lq3Nc7Tb", "medium", 20],
    [73_918_264, "high", 12],
  ])("finds %s %s", (key, severity, limit) => {
    expect(foundBy("psk-short", [withKey(key)])).toMatchObject([{ severity, values: { limit } }]);
    expect(foundBy("psk-short", [pair({ ike: { Psk: key } })])).toMatchObject([{ tunnel: 2 }]);
  });

  it.each([LONG, "", null, undefined, "******", " ** ", { Value: "x" }])("lets %j be", (key) => {
    expect(isFound("psk-short", key)).toBe(false);
  });
});

describe("psk-trivial", () => {
  it.each([
    ..."aaaaaaaaaaaaaaaaaaaaaaaa 123456 87654321 1234567890 12345678901234567890 abcdef".split(" "),
    ..."ABCDEFGH zyxwvu qwertz qwerty QWERTYUIOP poiuytrewq asdfghjkl mnbvcxz azerty".split(" "),
    ..."123123123 abcabc qwertyqwerty abcd1234 1q2w3e4r 1qaz2wsx !@#$%^&*".split(" "),
    ..."password Password123 P@ssw0rd ADMIN changeme cisco123 PreSharedKey 10.1.2.3".split(" "),
    " 123456 ",
    123_456,
  ])("finds %s", (key) => {
    expect(isFound("psk-trivial", key)).toBe(true);
    expect(foundBy("psk-trivial", [pair({ ike: { Psk: key } })])).toMatchObject([{ tunnel: 2 }]);
  });

  it.each(["VCO-1", "office VCO-1", "cgw-vco-1", "198.51.100.20", "tun-vco-1-2", "vpn-1"])(
    "finds the name of something around it: %s",
    (key) => {
      const bodies = [pair({ ike: { Psk: key }, tunnel: { CustomerGatewayId: "cgw-vco-1" } })];
      expect(foundBy("psk-trivial", bodies)).toMatchObject([{ severity: "critical", tunnel: 2 }]);
    },
  );

  it.each([LONG, "passwort4711", "gX7qwertyT2", "vco-2", "office", "******", "*", "", null, ["x"]])(
    "lets %j be",
    (key) => {
      expect(isFound("psk-trivial", key)).toBe(false);
    },
  );
});

describe("psk-reused", () => {
  it("finds one key for different customer gateways, and names the other connections alone", () => {
    const bodies = [at("a", ["c1"], [LONG]), at("b", ["c2"], [LONG]), at("d", ["c3"], ["other"])];
    expect(foundBy("psk-reused", bodies)).toMatchObject([
      {
        severity: "medium",
        vpnConnectionId: "a",
        tunnel: null,
        values: { count: 1 },
        evidence: [
          { field: "ikeConfig.psk", value: "configured" },
          { field: "vpnConnectionId", value: "b" },
        ],
      },
      { vpnConnectionId: "b" },
    ]);
  });

  it("names the tunnel where only one of a pair has the key", () => {
    expect(found(at("a", ["c1", "c2"], [LONG, "x"]), at("b", ["c3"], [LONG]))).toEqual([
      ["a", 1],
      ["b", null],
    ]);
    expect(found(at("a", ["c1", "c2"], [LONG]), at("b", ["c2", "c3"], [LONG]))).toEqual([
      ["a", null],
      ["b", null],
    ]);
  });

  it.each([
    ["both tunnels of one connection", [at("a", ["c1", "c2"], [LONG])]],
    ["one customer gateway", [at("a", ["c1"], [LONG]), at("b", ["c1"], [LONG])]],
    ["a customer gateway of a pair", [at("a", ["c1", "c2"], [LONG]), at("b", ["c2"], [LONG])]],
    ["masked keys", [at("a", ["c1"], ["******"]), at("b", ["c2"], ["******"])]],
    ["no keys", [at("a", ["c1"], [""]), at("b", ["c2"], [""])]],
    ["keys in another case", [at("a", ["c1"], [LONG]), at("b", ["c2"], [LONG.toLowerCase()])]],
    ["unknown customer gateways", [at("a", [""], [LONG]), at("b", [""], [LONG])]],
  ])("lets %s be", (_case, bodies) => {
    expect(foundBy("psk-reused", bodies)).toEqual([]);
  });

  it("counts and names only others of which each has a customer gateway that the other has not", () => {
    const bodies = [
      at("a", ["c1"], [LONG]),
      at("b", ["c1"], [LONG]),
      at("d", ["c1", "c2"], [LONG]),
      at("e", ["c3"], [LONG]),
      at("f", ["c2"], [LONG, "x"]),
    ];
    const others = foundBy("psk-reused", bodies).map(({ vpnConnectionId, evidence, values }) => [
      vpnConnectionId,
      values.count,
      evidence.slice(1).map(({ value }) => value),
    ]);
    expect(others).toEqual([
      ["a", 2, ["e", "f"]],
      ["b", 2, ["e", "f"]],
      ["d", 1, ["e"]],
      ["e", 4, ["a", "b", "d", "f"]],
      ["f", 3, ["a", "b", "e"]],
    ]);
  });

  it("counts as comparing each with each would", () => {
    const gateways = fc.array(fc.constantFrom("c1", "c2", "c3", "c4"), {
      minLength: 1,
      maxLength: 2,
    });
    fc.assert(
      fc.property(fc.array(gateways, { maxLength: 12 }), (all) => {
        const expected = all
          .map((one) => all.filter((other) => lacks(one, other) && lacks(other, one)).length)
          .filter((count) => count > 0);
        const bodies = all.map((ids, index) => at(`v${index}`, ids, [LONG]));
        const counts = foundBy("psk-reused", bodies).map(({ values }) => values.count);
        expect(counts).toEqual(expected);
      }),
    );
  });

  it("names ten others at most, and tells how many there are", () => {
    const many = Array.from({ length: 30 }, (_, index) => at(`v${index}`, [`c${index}`], [LONG]));
    const [first] = foundBy("psk-reused", many);
    expect(first?.values).toEqual({ count: 29 });
    expect(first?.evidence).toHaveLength(11);
  });
});

describe("findings", () => {
  it.each(["123456", "short-Zk7", "just-under20-Zk7x", LONG, "******", "Zk7".repeat(9)])(
    "tell nothing of a key but its class: %s",
    (key) => {
      const bodies = ["vco-1", "vco-2"].map((id) => single({ ike: { Psk: key } }, id));
      const text = JSON.stringify(findingsIn([...bodies, pair({ ike: { Psk: key } }, "vco-3")]));
      const told = text.replaceAll("office vco-", "").replaceAll(/"(name|vpnConnectionId)"/g, "");
      expect(told).not.toContain(key.replace("office vco-", ""));
      expect(told).not.toMatch(/[\w+/]{43}=/);
    },
  );

  it("of equal keys come in the order of the connections, whatever the keys are", () => {
    const orders = Array.from({ length: 8 }, (_, seed) => {
      const bodies = Array.from({ length: 12 }, (_unused, index) =>
        single({ ike: { Psk: `${LONG}-${seed}-${index % 3}` } }, `vco-${index}`),
      );
      return foundBy("psk-reused", bodies).map(({ vpnConnectionId }) => vpnConnectionId);
    });
    expect(new Set(orders.map((order) => order.join(" "))).size).toBe(1);
  });
});
