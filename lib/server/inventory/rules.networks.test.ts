import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foundBy, pair, single } from "@/lib/server/testing/findings";
import { contains, networkOf } from "@/lib/vpn/networks";

const between = (LocalSubnet: string, RemoteSubnet: string, id = "vco-1", VpnGatewayId = "vpn-1") =>
  pair({ connection: { LocalSubnet, RemoteSubnet, VpnGatewayId } }, id);
const overlaps = (...bodies: object[]) => foundBy("subnet-overlap", bodies);

const anyMeet = (ones: string[], others: string[]) =>
  ones.some((one) => others.some((other) => meets(one, other)));

const reserved = (local: string, remote: string) =>
  foundBy("subnet-reserved", [between(local, remote)]);

describe("subnet-overlap", () => {
  it.each([
    ["10.0.0.0/8", "10.20.0.0/16"],
    ["10.20.1.0/24", "10.20.0.0/16"],
    ["10.9.0.0/16,10.20.0.0/16", "10.8.0.0/16,10.20.0.0/16"],
    ["2001:db8::/32", "2001:db8:7::/48"],
    ["0.0.0.0/0,10.1.0.0/16", "10.1.2.3"],
  ])("finds a network on both sides of a connection: %s and %s", (local, remote) => {
    expect(overlaps(between(local, remote))).toMatchObject([
      { severity: "medium", tunnel: null, values: { kind: "own" } },
    ]);
    expect(
      overlaps(single({ connection: { LocalSubnet: local, RemoteSubnet: remote } })),
    ).toHaveLength(1);
  });

  it.each([
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["0.0.0.0/0", "10.20.0.0/16"],
    ["10.10.0.0/16", "0.0.0.0/0"],
    ["::/0", "2001:db8::/32"],
    ["10.10.0.0/16", "10.20.0.0/16"],
    ["10.10.0.0/16", "nonsense"],
    ["", ""],
  ])("lets %s and %s be", (local, remote) => {
    expect(overlaps(between(local, remote))).toEqual([]);
  });

  it("finds two connections of a gateway with networks in each other, and names the other one", () => {
    const found = overlaps(
      between("10.1.0.0/16", "172.16.0.0/12", "vco-1"),
      between("10.1.2.0/24", "172.16.9.0/24", "vco-2"),
    );
    expect(found).toMatchObject([
      {
        vpnConnectionId: "vco-1",
        values: {
          kind: "overlap",
          cidr: "172.16.0.0/12",
          otherCidr: "172.16.9.0/24",
          other: "vco-2",
        },
      },
      { vpnConnectionId: "vco-2", values: { kind: "overlap", other: "vco-1", count: 1 } },
    ]);
  });

  it("tells equal networks apart, which may be meant", () => {
    const found = overlaps(
      between("10.1.0.0/16", "172.16.9.0/24", "vco-1"),
      between("10.1.0.0/16", "172.16.9.5/24", "vco-2"),
    );
    expect(found.map(({ values }) => values.kind)).toEqual(["equal", "equal"]);
  });

  it.each<[string, object[]]>([
    [
      "other local networks",
      [between("10.1.0.0/16", "172.16.0.0/12"), between("10.2.0.0/16", "172.16.0.0/12", "vco-2")],
    ],
    [
      "other gateways",
      [
        between("10.1.0.0/16", "172.16.0.0/12"),
        between("10.1.0.0/16", "172.16.0.0/12", "vco-2", "vpn-2"),
      ],
    ],
    [
      "no gateway",
      [
        between("10.1.0.0/16", "172.16.0.0/12", "vco-1", ""),
        between("10.1.0.0/16", "172.16.0.0/12", "vco-2", ""),
      ],
    ],
    [
      "destination routing",
      [
        between("0.0.0.0/0", "0.0.0.0/0"),
        between("0.0.0.0/0", "0.0.0.0/0", "vco-2"),
        between("10.1.0.0/16", "172.16.0.0/12", "vco-3"),
      ],
    ],
    [
      "neighbours",
      [between("10.1.0.0/16", "10.10.0.0/16"), between("10.1.0.0/16", "10.20.0.0/16", "vco-2")],
    ],
  ])("lets %s be", (_case, bodies) => {
    expect(overlaps(...bodies)).toEqual([]);
  });

  it("lets destination routing be where others overlap, though its catch-alls overlap everything", () => {
    const found = overlaps(
      between("0.0.0.0/0", "0.0.0.0/0", "vco-1"),
      between("10.1.0.0/16", "172.16.0.0/12", "vco-2"),
      between("0.0.0.0/0", "172.16.9.0/24", "vco-3"),
    );
    expect(found.map(({ vpnConnectionId }) => vpnConnectionId)).toEqual(["vco-2", "vco-3"]);
  });

  it("finds the connections that comparing each with each does", () => {
    const octet = fc.integer({ min: 0, max: 2 });
    const cidr = fc
      .tuple(octet, octet, fc.constantFrom(8, 15, 16, 23, 24, 32), fc.boolean())
      .map(([one, two, length, isSix]) =>
        isSix ? `2001:${one}:${two}::/${length + 16}` : `10.${one}.${two}.0/${length}`,
      );
    const cidrs = fc.array(cidr, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cidrs, cidrs), { maxLength: 12 }), (all) => {
        const bodies = all.map(([local, remote], index) =>
          between(local.join(","), remote.join(","), `vco-${index}`),
        );
        const expected = all.flatMap(([local, remote], index) =>
          all.some(
            (other, at) => at !== index && anyMeet(local, other[0]) && anyMeet(remote, other[1]),
          )
            ? [`vco-${index}`]
            : [],
        );
        const found = overlaps(...bodies).filter(({ values }) => values.kind !== "own");
        expect(found.map(({ vpnConnectionId }) => vpnConnectionId)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

function meets(one: string, other: string): boolean {
  const [a, b] = [networkOf(one), networkOf(other)];
  return a !== null && b !== null && (contains(a, b) || contains(b, a));
}

describe("subnet-reserved", () => {
  it.each([
    ["10.1.0.0/16", "100.64.0.0/10"],
    ["100.100.2.136", "10.1.0.0/16"],
    ["10.1.0.0/16", "10.2.0.0/16,100.127.255.0/24"],
    ["96.0.0.0/4", "10.1.0.0/16"],
  ])("finds %s, %s", (local, remote) => {
    expect(reserved(local, remote)).toMatchObject([{ severity: "high", tunnel: null }]);
  });

  it.each([
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["100.63.0.0/16", "100.128.0.0/16"],
    ["10.1.0.0/16", "nonsense"],
    ["2001:db8::/32", "::/0"],
  ])("lets %s, %s be", (local, remote) => {
    expect(reserved(local, remote)).toEqual([]);
  });
});
