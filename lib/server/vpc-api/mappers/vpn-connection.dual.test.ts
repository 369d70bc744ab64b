import { describe, expect, it } from "vitest";
import {
  dualTunnel,
  ikeConfig,
  ipsecConfig,
  singleTunnel,
  standbyTunnel,
  tunnel,
} from "@/lib/server/testing/wire-bodies";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { rawVpnConnection } from "@/lib/server/vpc-api/raw/vpn-connection";

const map = (body: object) => toVpnConnection("eu-central-1", rawVpnConnection.parse(body));
const mapPair = (...tunnels: object[]) =>
  map({ ...dualTunnel, TunnelOptionsSpecification: { TunnelOptions: tunnels } });

describe("a dual-tunnel connection", () => {
  it("has two tunnels with what each of them says", () => {
    const { tunnels, ...connection } = map(dualTunnel);
    expect(connection).toMatchObject({
      tunnelMode: "dual",
      verdict: "degraded",
      customerGatewayIds: ["cgw-customer1", "cgw-customer2"],
      enableTunnelsBgp: true,
    });
    expect(tunnels).toHaveLength(2);
    expect(tunnels[0]).toEqual({
      tunnelId: "tun-one",
      tunnelIndex: null,
      role: "master",
      rawRole: "master",
      state: "active",
      status: "ipsec_sa_established",
      rawStatus: "ipsec_sa_established",
      internetIp: "203.0.113.31",
      zoneNo: "eu-central-1a",
      customerGatewayId: "cgw-customer1",
      enableDpd: true,
      enableNatTraversal: false,
      ikeConfig: {
        ikeVersion: "ikev2",
        ikeMode: "main",
        ikeEncAlg: "aes256",
        ikeAuthAlg: "sha256",
        ikePfs: "group14",
        ikeLifetime: 28_800,
        localId: "203.0.113.10",
        remoteId: "198.51.100.20",
        psk: { configured: true },
      },
      ipsecConfig: {
        ipsecEncAlg: "aes192",
        ipsecAuthAlg: "sha384",
        ipsecPfs: "group5",
        ipsecLifetime: 3600,
      },
      bgpConfig: {
        status: "false",
        enableBgp: null,
        localAsn: 64_512,
        peerAsn: 64_513,
        localBgpIp: "169.254.12.1",
        peerBgpIp: "169.254.12.2",
        tunnelCidr: "169.254.12.0/30",
        authKey: { configured: true },
      },
      remoteCaCertificate: { configured: true },
      oddValues: [],
    });
    expect(tunnels[1]).toMatchObject({ tunnelId: "tun-two", role: "slave" });
  });

  it.each([
    ["absent", {}],
    ["empty objects", { IkeConfig: {}, IpsecConfig: {}, VpnBgpConfig: {}, VcoHealthCheck: {} }],
    ["empty texts", { IkeConfig: "", IpsecConfig: "", CustomerGatewayId: "", Status: "" }],
    ["filled", { IkeConfig: ikeConfig, IpsecConfig: ipsecConfig, Status: "ike_sa_established" }],
  ])("is told by its tunnels, the connection's own configuration being %s", (_case, own) => {
    const { tunnels, verdict, customerGatewayIds } = map({ ...dualTunnel, ...own });
    const expected = map(dualTunnel);
    expect(tunnels).toEqual(expected.tunnels);
    expect(verdict).toBe("degraded");
    expect(customerGatewayIds).toEqual(expected.customerGatewayIds);
  });

  it.each([
    [tunnel, tunnel, "up"],
    [tunnel, standbyTunnel, "degraded"],
    [standbyTunnel, standbyTunnel, "down"],
    [standbyTunnel, { TunnelId: "tun-3" }, "down"],
    [{ TunnelId: "tun-1" }, { TunnelId: "tun-2", Status: "" }, "unknown"],
    [{ ...tunnel, State: "updating" }, { ...tunnel, State: "Deleting" }, "unknown"],
    [{ ...tunnel, State: "Active" }, { ...tunnel, State: "" }, "up"],
  ])("is judged by both tunnels (row %#)", (one, two, verdict) => {
    expect(mapPair(one, two).verdict).toBe(verdict);
  });
});

describe("tunnels", () => {
  it("of a transit router may both be masters, told apart by their number", () => {
    const pair = [
      { ...tunnel, TunnelIndex: 1 },
      { ...tunnel, TunnelIndex: "2" },
    ];
    const { tunnels } = map({ ...dualTunnel, TunnelOptionsSpecification: { TunnelOptions: pair } });
    expect(tunnels.map(({ role, tunnelIndex }) => [role, tunnelIndex])).toEqual([
      ["master", 1],
      ["master", 2],
    ]);
  });

  it.each([
    ["standby", null],
    ["", null],
    [undefined, null],
    ["slave", "slave"],
    ["Slave", "slave"],
    ["MASTER", "master"],
  ])("with the role %j have the role %j", (Role, role) => {
    const [first] = mapPair({ ...tunnel, Role }).tunnels;
    expect(first?.role).toBe(role);
    expect(first?.rawRole ?? "").toBe(Role ?? "");
  });

  it.each([{}, [], { TunnelOptions: [] }, { TunnelOptions: "" }, "", null])(
    "that are %j leave a single-tunnel connection",
    (TunnelOptionsSpecification) => {
      const mapped = map({ ...singleTunnel, TunnelOptionsSpecification });
      expect(mapped).toEqual(map(singleTunnel));
    },
  );

  it("name each customer gateway once, the connection's own first", () => {
    const pair = [tunnel, { ...tunnel, CustomerGatewayId: "" }];
    const body = { ...dualTunnel, TunnelOptionsSpecification: { TunnelOptions: pair } };
    expect(map(body).customerGatewayIds).toEqual(["cgw-customer1"]);
    const own = { ...body, CustomerGatewayId: "cgw-own" };
    expect(map(own).customerGatewayIds).toEqual(["cgw-own", "cgw-customer1"]);
  });
});
