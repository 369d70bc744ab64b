import { describe, expect, it } from "vitest";
import { toCsv } from "@/lib/server/export/csv";
import { listOfBodies, readCsv } from "@/lib/server/export/test-lists";
import {
  dualTunnel,
  SECRETS,
  singleTunnel,
  standbyTunnel,
  tunnel,
} from "@/lib/server/testing/wire-bodies";

const csvOf = (...bodies: object[]) => [...toCsv(listOfBodies(...bodies))].join("");
const rowsOf = (...bodies: object[]) => readCsv(csvOf(...bodies));
const headerOf = (csv: string) => csv.replace("\uFEFF", "").split("\r\n", 1)[0]?.split(",") ?? [];

const CONNECTION_COLUMNS =
  "regionId vpnConnectionId name verdict verdictSince verdictSinceExact changesIn24Hours flapping criticalFindings highFindings state tunnelMode attachType attachInstanceId vpnGatewayId " +
  "vpnGatewayName vpcId transitRouterId transitRouterName customerGatewayIds customerGatewayNames localSubnets remoteSubnets networkType spec " +
  "tunnelBandwidth internetIp zoneNo resourceGroupId crossAccountAuthorized createTime " +
  "effectImmediately enableTunnelsBgp tags oddValues healthCheckEnable healthCheckStatus healthCheckDip " +
  "healthCheckSip healthCheckInterval healthCheckRetry healthCheckPolicy unreadableFields";
const TUNNEL_COLUMNS =
  "TunnelId TunnelIndex Role RawRole State Status RawStatus InternetIp ZoneNo CustomerGatewayId EnableDpd " +
  "EnableNatTraversal IkeVersion IkeMode IkeEncAlg IkeAuthAlg IkePfs IkeLifetime LocalId RemoteId " +
  "PskConfigured IpsecEncAlg IpsecAuthAlg IpsecPfs IpsecLifetime BgpStatus EnableBgp LocalAsn PeerAsn " +
  "LocalBgpIp PeerBgpIp TunnelCidr AuthKeyConfigured RemoteCaCertificateConfigured OddValues";
const columnsFor = (...numbers: number[]) => [
  ...CONNECTION_COLUMNS.split(" "),
  ...numbers.flatMap((one) => TUNNEL_COLUMNS.split(" ").map((name) => `tunnel${one}${name}`)),
];

function isWhole(text: string): boolean {
  try {
    return readCsv(text).length > 0;
  } catch {
    return false;
  }
}

describe("a list as CSV", () => {
  it("begins with a byte order mark and the names of its columns, and ends its lines with CRLF", () => {
    const csv = csvOf(singleTunnel);
    expect([...Buffer.from(csv).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(headerOf(csv)).toEqual(columnsFor(1, 2));
    expect(csv.split("\r\n")).toHaveLength(4);
    expect(csv.endsWith("\r\n")).toBe(true);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("that is empty still has its columns", () => {
    const csv = csvOf();
    expect(headerOf(csv)).toEqual(columnsFor(1, 2));
    expect(readCsv(csv)).toEqual([]);
  });

  it.each([0, 1, 120])("of %i connections ends with a row that counts them", (count) => {
    const bodies = Array.from({ length: count }, (_, index) => ({
      ...singleTunnel,
      VpnConnectionId: `vco-${index}`,
    }));
    const lines = csvOf(...bodies).split("\r\n");
    const columns = columnsFor(1, 2).length;
    expect(lines.slice(-2)).toEqual([`#end,${count}${",".repeat(columns - 2)}`, ""]);
  });

  it("that has been cut anywhere is not taken for a whole one", () => {
    const csv = csvOf(singleTunnel, { ...singleTunnel, Name: "#end,1" }, dualTunnel);
    expect(isWhole(csv)).toBe(true);
    const cuts = Array.from({ length: csv.length - 2 }, (_, length) => csv.slice(0, length));
    expect(cuts.filter(isWhole)).toEqual([]);
  });

  it("holds all that is known of a single tunnel", () => {
    const [row] = rowsOf(singleTunnel);
    expect(row).toMatchObject({
      regionId: "eu-central-1",
      vpnConnectionId: "vco-single1",
      name: "branch office",
      verdict: "up",
      tunnelMode: "single",
      transitRouterId: "",
      customerGatewayIds: "cgw-customer1",
      localSubnets: "10.10.0.0/16|10.11.0.0/16",
      createTime: "2020-09-13T12:26:40.000Z",
      effectImmediately: "true",
      crossAccountAuthorized: "false",
      tags: "team:network",
      healthCheckEnable: "true",
      healthCheckInterval: "5",
      healthCheckPolicy: "revoke_route",
      unreadableFields: "",
      tunnel1TunnelId: "",
      tunnel1Status: "ipsec_sa_established",
      tunnel1EnableDpd: "true",
      tunnel1EnableNatTraversal: "false",
      tunnel1IkeEncAlg: "aes256",
      tunnel1IkeLifetime: "28800",
      tunnel1PskConfigured: "true",
      tunnel1IpsecLifetime: "3600",
      tunnel1BgpStatus: "success",
      tunnel1PeerAsn: "64513",
      tunnel1AuthKeyConfigured: "true",
      tunnel1RemoteCaCertificateConfigured: "true",
    });
    const ofSecond = Object.entries(row ?? {}).filter(([name]) => name.startsWith("tunnel2"));
    expect(ofSecond.map(([, value]) => value).join("")).toBe("");
  });

  it("numbers the tunnels of a pair", () => {
    const [row] = rowsOf(dualTunnel);
    expect(row).toMatchObject({
      verdict: "degraded",
      customerGatewayIds: "cgw-customer1|cgw-customer2",
      healthCheckEnable: "",
      tunnel1TunnelId: "tun-one",
      tunnel1Role: "master",
      tunnel1BgpStatus: "false",
      tunnel2TunnelId: "tun-two",
      tunnel2Role: "slave",
      tunnel2RawStatus: "ike_sa_not_established",
    });
  });

  it("has columns for as many tunnels as any connection has", () => {
    const three = { TunnelOptions: [tunnel, standbyTunnel, { ...tunnel, TunnelId: "tun-three" }] };
    const csv = csvOf(singleTunnel, { ...dualTunnel, TunnelOptionsSpecification: three });
    expect(headerOf(csv)).toEqual(columnsFor(1, 2, 3));
    expect(readCsv(csv).map((row) => row.tunnel3TunnelId)).toEqual(["", "tun-two"]);
  });

  it("shows a status that is not documented as it came, and a time no calendar has", () => {
    const [row] = rowsOf({ ...singleTunnel, Status: "half_open", CreateTime: 1e300 });
    expect(row).toMatchObject({ tunnel1Status: "unknown", tunnel1RawStatus: "half_open" });
    expect(row?.createTime).toBe("1e+300");
  });

  it("keeps the connections that could not be read", () => {
    const list = listOfBodies(singleTunnel);
    const portions = toCsv({
      ...list,
      unreadable: [
        {
          regionId: "eu-central-1",
          vpnConnectionId: "vco-broken",
          fields: ["Name", "IkeConfig.IkeLifetime"],
        },
        { regionId: "cn-hangzhou", vpnConnectionId: null, fields: [] },
      ],
    });
    const [, broken, nameless] = readCsv([...portions].join(""));
    expect(
      Object.fromEntries(Object.entries(broken ?? {}).filter(([, text]) => text !== "")),
    ).toEqual({
      regionId: "eu-central-1",
      vpnConnectionId: "vco-broken",
      unreadableFields: "Name|IkeConfig.IkeLifetime",
    });
    expect(nameless).toMatchObject({ regionId: "cn-hangzhou", vpnConnectionId: "" });
  });

  it("tells tags apart that hold the separator", () => {
    const Tag = [
      { Key: "a|b", Value: "50%" },
      { Key: "url", Value: "https://h:1/?q" },
      { Key: "empty", Value: "" },
    ];
    const [row] = rowsOf({ ...singleTunnel, Tag: { Tag } });
    expect(row?.tags).toBe("a%7Cb:50%25|url:https://h:1/?q|empty:");
    expect(row?.tags?.split("|").map(decodeURIComponent)).toEqual(
      Tag.map(({ Key, Value }) => `${Key}:${Value}`),
    );
  });

  it.each([
    'say "hi"',
    '"',
    "comma, semicolon; tab\tin between",
    "two\nlines\r\nand three",
    "杭州到法兰克福",
    "🚀 👩‍👩‍👧",
    "שלום עולם",
    "名".repeat(100),
    " space at both ends ",
    "\\",
  ])("gives the name %j back", (name) => {
    expect(rowsOf({ ...singleTunnel, Name: name })[0]?.name).toBe(name);
  });

  it("holds no secret", () => {
    const bodies = [singleTunnel, dualTunnel];
    expect(JSON.stringify(bodies)).toContain("never-show-this");
    const csv = csvOf(...bodies);
    for (const secret of [...Object.values(SECRETS), "never", "CERTIFICATE"]) {
      expect(csv.includes(secret)).toBe(false);
    }
  });
});

describe("chosen columns as CSV", () => {
  it("are those of the page, behind what tells a row from others", () => {
    const list = listOfBodies(dualTunnel);
    const csv = [...toCsv(list, ["verdict", "ikeVersion", "tags"])].join("");
    expect(headerOf(csv)).toEqual([
      "regionId",
      "vpnConnectionId",
      "verdict",
      "ikeVersion",
      "tags",
      "unreadableFields",
    ]);
    const [row] = readCsv(csv);
    expect(row).toMatchObject({ verdict: "degraded", ikeVersion: "ikev2" });
    for (const secret of Object.values(SECRETS)) expect(csv).not.toContain(secret);
  });
});
