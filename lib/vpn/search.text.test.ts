import { describe, expect, it } from "vitest";
import { createSearch } from "@/lib/vpn/search";
import { connection, tunnel } from "@/lib/vpn/testing/connections";
import type { VpnConnection } from "@/lib/vpn/types";

const finds = (q: string, found: VpnConnection) => createSearch(q).rankOf(found) !== null;

const up = tunnel("ipsec_sa_established");

const local = (...localSubnets: string[]) => connection("vco-1", [up], { localSubnets });
const named = (name: string) => connection("vco-1", [up], { name });

describe("what is no address is text, whatever it is", () => {
  it.each([
    ["10.3.", "10.3.0.0/16", true],
    ["10.3.7", "10.3.0.0/16", false],
    ["0.0/16", "10.3.0.0/16", true],
    ["10.3.7.9/", "10.3.7.9/32", true],
    ["10.3.7.9/", "10.3.0.0/16", false],
    ["10.3.0.0/33", "10.3.0.0/16", false],
    ["10.3.7.999", "10.3.0.0/16", false],
    ["999.1.1.1", "0.0.0.0/0", false],
    ["010.3.7.9", "0.0.0.0/0", false],
    ["10.3.7.9 10.3.7.9", "0.0.0.0/0", false],
    ["1e3", "0.0.0.0/0", false],
    ["0xa.3.7.9", "0.0.0.0/0", false],
    ["-1.0.0.0", "0.0.0.0/0", false],
    ["167970569", "0.0.0.0/0", false],
    ["fd00::1", "0.0.0.0/0", false],
    ["fd00::1", "fd00::/8", true],
    ["FD00::", "fd00::/8", true],
    ["fd00::/8", "FD00::/8", true],
    ["::ffff:a03:709", "10.3.0.0/16", true],
    ["::ffff:10.3.7.999", "10.3.0.0/16", false],
    ["x".repeat(100), "10.3.0.0/16", false],
  ])("%j in the subnet %s: %s", (q, cidr, expected) => {
    expect(finds(q, local(cidr))).toBe(expected);
  });

  it.each([
    ["SITE", "my-site-10", true],
    ["Zürich", "zu\u0308RICH", true],
    ["ＨＺ－ｐｒｏｄ", "hz-prod-to-munich", true],
    ["hz", "ＨＺ-prod", true],
    ["上海", "上海总部-专线备份", true],
    ["%", "100% up", true],
    ["%", "up", false],
    [".*", "up", false],
    ["(a+)+$", "(a+)+$", true],
    ["[", "up", false],
    ["\\", "up\\down", true],
    ["$&", "up", false],
    ["null", "up", false],
    ["undefined", "up", false],
    ["\n", "up", true],
    ["up vco", "up", false],
  ])("%j in the name %j: %s", (q, name, expected) => {
    expect(finds(q, named(name))).toBe(expected);
  });
});

describe("a search looks at", () => {
  const config = {
    ...up.ikeConfig,
    localId: "gw.example",
    remoteId: "cn=peer",
    ikeEncAlg: "aes256",
    ikePfs: "group2",
  };
  const ipsecConfig = { ...up.ipsecConfig, ipsecAuthAlg: "md5" };
  const bgp = {
    status: null,
    enableBgp: null,
    localAsn: 45_104,
    peerAsn: null,
    authKey: { configured: true },
  };
  const full = connection(
    "vco-all",
    [
      { ...up, tunnelId: "tun-a", internetIp: "203.0.113.8", ikeConfig: config, ipsecConfig },
      {
        ...up,
        tunnelId: "tun-b",
        internetIp: null,
        bgpConfig: {
          ...bgp,
          localBgpIp: "169.254.10.1",
          peerBgpIp: "169.254.10.2",
          tunnelCidr: "169.254.10.0/30",
        },
      },
    ],
    {
      name: "Name",
      vpnGatewayId: "vpn-a",
      vpnGatewayName: "Gateway A",
      vpcId: "vpc-a",
      customerGatewayIds: ["cgw-a", "cgw-b"],
      customerGatewayNames: [null, "Branch router"],
      transitRouterId: "tr-a",
      transitRouterName: "tr-hz-core",
      attachInstanceId: "cen-a",
      resourceGroupId: "rg-a",
      internetIp: "203.0.113.9",
      zoneNo: "cn-hangzhou-h",
      healthCheck: {
        enable: true,
        status: "success",
        dip: "192.168.9.1",
        sip: "10.9.0.10",
        interval: 3,
        retry: 3,
        policy: null,
        oddValues: [],
      },
      tags: [{ key: "team", value: "network" }],
    },
  );

  it.each([
    "name",
    "vco-all",
    "vpn-a",
    "cgw-b",
    "tr-a",
    "TR-HZ",
    "cen-a",
    "rg-a",
    "tun-b",
    "203.0.113.8",
    "203.0.113.9",
    "gw.example",
    "CN=peer",
    "169.254.10.1",
    "169.254.10.2",
    "169.254.10.0/30",
    "192.168.9.1",
    "10.9.0.10",
  ])("%s", (q) => expect(finds(q, full)).toBe(true));

  it.each([
    "team",
    "network",
    "team:network",
    "team=network",
    "45104",
    "vpc-a",
    "Gateway A",
    "branch router",
    "ikev2",
    "aes256",
    "md5",
    "group2",
    "group 2",
    "MD5",
  ])("%s too", (q) => expect(finds(q, full)).toBe(true));

  it.each(["cn-hangzhou", "success", "ipsec_sa_established"])(
    "not at what has a filter or a column of its own: %s",
    (q) => expect(finds(q, full)).toBe(false),
  );

  it.each(["group", "group1", "group24", "256", "sha", "aes", "ikev", "main"])(
    "algorithms by whole names: not %s",
    (q) => expect(finds(q, full)).toBe(false),
  );

  it("the same connection again and again, with the same result", () => {
    const [text, address] = [createSearch("name"), createSearch("10.9.0.10")];
    const ranks = [text, address, text, address].map(({ rankOf }) => rankOf(full));
    expect(ranks.slice(0, 2)).toEqual(ranks.slice(2));
    expect(ranks).not.toContain(null);
  });
});
