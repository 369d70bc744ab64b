import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customerGatewayBody, vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { dualTunnel, singleTunnel, tunnel } from "@/lib/server/testing/wire-bodies";
import { toCustomerGateway } from "@/lib/server/vpc-api/mappers/customer-gateway";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { toVpnGateway } from "@/lib/server/vpc-api/mappers/vpn-gateway";
import { rawCustomerGateway } from "@/lib/server/vpc-api/raw/customer-gateway";
import { rawVpnConnection } from "@/lib/server/vpc-api/raw/vpn-connection";
import { rawVpnGateway } from "@/lib/server/vpc-api/raw/vpn-gateway";
import { isRecord } from "@/lib/server/vpc-api/raw/scalars";

const REGION = "cn-hangzhou";
const connection = (body: object) => toVpnConnection(REGION, rawVpnConnection.parse(body));
const vpnGateway = (body: object) => toVpnGateway(REGION, rawVpnGateway.parse(body));
const customerGateway = (body: object) => toCustomerGateway(REGION, rawCustomerGateway.parse(body));
const pairOf = (...tunnels: unknown[]) =>
  connection({ ...dualTunnel, TunnelOptionsSpecification: { TunnelOptions: tunnels } });

describe("a value that means nothing", () => {
  it("costs its field, and is kept as it was sent", () => {
    const read = connection({
      ...singleTunnel,
      CreateTime: "yesterday",
      EnableDpd: "perhaps",
      IpsecConfig: { IpsecLifetime: "24h", IpsecPfs: "group5" },
      VcoHealthCheck: { Enable: "true", Interval: "often" },
    });
    const [own] = read.tunnels;
    expect(read).toMatchObject({ createTime: null, verdict: "up" });
    expect(read.oddValues).toEqual([{ field: "createTime", value: "yesterday" }]);
    expect(read.healthCheck).toMatchObject({ enable: true, interval: null });
    expect(read.healthCheck?.oddValues).toEqual([{ field: "interval", value: "often" }]);
    expect(own?.ipsecConfig).toMatchObject({ ipsecLifetime: null, ipsecPfs: "group5" });
    expect(own?.oddValues).toEqual([
      { field: "enableDpd", value: "perhaps" },
      { field: "ipsecLifetime", value: "24h" },
    ]);
  });

  it("is a tunnel's own, a gateway's own", () => {
    const read = pairOf({ ...tunnel, TunnelBgpConfig: { LocalAsn: "AS65000", PeerAsn: 1 } });
    expect(read.oddValues).toEqual([]);
    expect(read.tunnels[0]?.oddValues).toEqual([{ field: "localAsn", value: "AS65000" }]);
    expect(vpnGateway({ ...vpnGatewayBody, EndTime: "never" })).toMatchObject({
      endTime: null,
      oddValues: [{ field: "endTime", value: "never" }],
    });
    expect(customerGateway({ ...customerGatewayBody, Asn: "n/a" })).toMatchObject({ asn: null });
  });

  it.each(["enable", "disable"])("is not the word %s of a flag, at either level", (EnableDpd) => {
    const enableDpd = EnableDpd === "enable";
    expect(connection({ ...singleTunnel, EnableDpd }).tunnels[0]).toMatchObject({ enableDpd });
    expect(pairOf({ ...tunnel, EnableDpd }).tunnels[0]).toMatchObject({ enableDpd });
    expect(vpnGateway({ ...vpnGatewayBody, EnableBgp: EnableDpd }).enableBgp).toBe(enableDpd);
  });

  it("is no time in ISO 8601, at either level", () => {
    const CreateTime = "2017-04-21T05:50:17Z";
    const createTime = Date.UTC(2017, 3, 21, 5, 50, 17);
    expect(connection({ ...singleTunnel, CreateTime })).toMatchObject({ createTime });
    expect(vpnGateway({ ...vpnGatewayBody, CreateTime })).toMatchObject({ createTime });
    expect(customerGateway({ ...customerGatewayBody, CreateTime })).toMatchObject({ createTime });
  });

  it("is no status in capitals, which is shown as it came", () => {
    const Status = "IPSEC_SA_ESTABLISHED";
    expect(connection({ ...singleTunnel, Status })).toMatchObject({
      verdict: "up",
      tunnels: [{ status: "ipsec_sa_established", rawStatus: Status }],
    });
    expect(pairOf({ ...tunnel, Status, Role: "MASTER" }).tunnels[0]).toMatchObject({
      status: "ipsec_sa_established",
      role: "master",
    });
  });

  it("is no tag of another spelling", () => {
    const Tag = [{ TagKey: "env", TagValue: "prod" }];
    const tags = [{ key: "env", value: "prod" }];
    expect(connection({ ...singleTunnel, Tag })).toMatchObject({ tags });
    expect(customerGateway({ ...customerGatewayBody, Tags: undefined, Tag })).toMatchObject({
      tags,
    });
    expect(vpnGateway({ ...vpnGatewayBody, Tags: undefined, Tag })).toMatchObject({ tags });
  });

  it("as a tunnel costs that tunnel alone", () => {
    expect(pairOf(tunnel, null).tunnels).toHaveLength(1);
    expect(pairOf(null, "x", 7, []).tunnels).toHaveLength(1);
    expect(
      pairOf(tunnel, { ...tunnel, TunnelId: "t-2" }, { TunnelId: "t-3" }, {}).tunnels,
    ).toHaveLength(4);
  });
});

const ids = (...tunnels: object[]) => pairOf(...tunnels).tunnels.map(({ tunnelId }) => tunnelId);

describe("the order of tunnels", () => {
  it.each<[string, object[], string[]]>([
    [
      "their index",
      [
        { TunnelId: "a", TunnelIndex: 2 },
        { TunnelId: "b", TunnelIndex: "1" },
      ],
      ["b", "a"],
    ],
    [
      "their role",
      [
        { TunnelId: "a", Role: "slave" },
        { TunnelId: "b", Role: "Master" },
      ],
      ["b", "a"],
    ],
    ["their id", [{ TunnelId: "b" }, { TunnelId: "a" }], ["a", "b"]],
    [
      "their index before their role",
      [
        { TunnelId: "a", TunnelIndex: 2, Role: "master" },
        { TunnelId: "b", TunnelIndex: 1, Role: "slave" },
      ],
      ["b", "a"],
    ],
  ])("is that of %s, whichever comes first", (_name, tunnels, order) => {
    expect(ids(...tunnels)).toEqual(order);
    expect(ids(...tunnels.toReversed())).toEqual(order);
  });
});

const ODD: unknown[] = [
  {},
  [],
  "",
  null,
  0,
  -1,
  "x",
  true,
  [null],
  [[]],
  { "": {} },
  "{",
  "\ud800",
];

/** The value with one of the fields in it, however deep, replaced. */
function withOdd(value: unknown, path: string[], odd: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return odd;
  if (Array.isArray(value)) {
    return value.map((one, index) => (String(index) === name ? withOdd(one, rest, odd) : one));
  }
  return isRecord(value) ? { ...value, [name]: withOdd(value[name], rest, odd) } : odd;
}

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, one]) => pathsOf(one, [...path, name]));
  return path.length === 0 ? inner : [path, ...inner];
}

describe.each<[string, string, object, (body: object) => object]>([
  ["single-tunnel connection", "VpnConnectionId", singleTunnel, connection],
  ["dual-tunnel connection", "VpnConnectionId", dualTunnel, connection],
  ["VPN gateway", "VpnGatewayId", vpnGatewayBody, vpnGateway],
  ["customer gateway", "CustomerGatewayId", customerGatewayBody, customerGateway],
])("a %s with its id", (_name, idKey, body, map) => {
  const paths = pathsOf(body).filter(([name]) => name !== idKey);
  const whole = Object.entries(map(body));

  it.each(paths.map((path) => [path.join("."), path] as const))(
    "is there whatever %s is, with all else as it was",
    (_path, path) => {
      for (const odd of ODD) {
        const read = map(Object(withOdd(body, path, odd)));
        const changed = whole.filter(
          ([name, value]) => JSON.stringify(Reflect.get(read, name)) !== JSON.stringify(value),
        );
        // The field itself, its odd value, and what is derived from it.
        const fields = changed.map(([name]) => name).filter((name) => !DERIVED.has(name));
        expect(fields.length).toBeLessThanOrEqual(1);
      }
    },
  );

  it("is there whatever all of them are", () => {
    const several = fc.array(fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...ODD)));
    fc.assert(
      fc.property(several, (changes) => {
        const odd = changes.reduce<unknown>((one, [path, to]) => withOdd(one, path, to), body);
        expect(Object.values(map(Object(odd)))).toContain(Reflect.get(body, idKey));
      }),
      { numRuns: 100 },
    );
  });
});

const DERIVED = new Set([
  "oddValues",
  "tunnels",
  "tunnelMode",
  "verdict",
  "customerGatewayIds",
  "customerGatewayNames",
]);
