import { describe, expect, it } from "vitest";
import {
  bgpConfig,
  dualTunnel,
  ikeConfig,
  ipsecConfig,
  singleTunnel,
} from "@/lib/server/testing/wire-bodies";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { rawVpnConnection } from "@/lib/server/vpc-api/raw/vpn-connection";

const map = (body: object) => toVpnConnection("eu-central-1", rawVpnConnection.parse(body));

const switched = (EnableBgp: unknown) =>
  map({ ...singleTunnel, VpnBgpConfig: { EnableBgp } }).tunnels[0]?.bgpConfig;

describe("the place of a connection", () => {
  it("at a transit router names it, and no VPN gateway", () => {
    const mapped = map({
      ...dualTunnel,
      VpnGatewayId: "",
      State: "attached",
      AttachType: "CEN",
      AttachInstanceId: "cen-network1",
      TransitRouterId: "tr-router1",
      TransitRouterName: "hub",
      InternetIp: "203.0.113.77",
      Spec: "1000M",
      TunnelBandwidth: "Large",
      CrossAccountAuthorized: true,
      LocalSubnet: "0.0.0.0/0",
      RemoteSubnet: "0.0.0.0/0",
    });
    expect(mapped).toMatchObject({
      vpnGatewayId: null,
      attachType: "CEN",
      attachInstanceId: "cen-network1",
      transitRouterId: "tr-router1",
      transitRouterName: "hub",
      internetIp: "203.0.113.77",
      spec: "1000M",
      tunnelBandwidth: "Large",
      crossAccountAuthorized: true,
      localSubnets: ["0.0.0.0/0"],
      verdict: "degraded",
    });
  });

  it.each([undefined, "", null])("may be none (%j)", (none) => {
    const mapped = map({
      VpnConnectionId: "vco-1",
      AttachType: "NO_ASSOCIATED",
      State: "init",
      AttachInstanceId: none,
      VpnGatewayId: none,
      TransitRouterId: none,
    });
    expect(mapped).toMatchObject({
      attachType: "NO_ASSOCIATED",
      state: "init",
      attachInstanceId: null,
      vpnGatewayId: null,
      transitRouterId: null,
      verdict: "unknown",
    });
  });
});

describe("algorithms", () => {
  it.each([
    ["IkePfs", "ikePfs", "group24"],
    ["IkeEncAlg", "ikeEncAlg", "sm4"],
    ["IkeAuthAlg", "ikeAuthAlg", "sm3"],
    ["IkeEncAlg", "ikeEncAlg", "aes256gcm16"],
    ["IkeVersion", "ikeVersion", "ikev3"],
    ["IkeMode", "ikeMode", "Main"],
  ] as const)("are an open set: %s as %s is %s", (wire, ours, value) => {
    const mapped = map({ ...singleTunnel, IkeConfig: { ...ikeConfig, [wire]: value } });
    expect(mapped.tunnels[0]?.ikeConfig[ours]).toBe(value);
  });

  it("of phase 2 may do without a group", () => {
    const mapped = map({ ...singleTunnel, IpsecConfig: { ...ipsecConfig, IpsecPfs: "disabled" } });
    expect(mapped.tunnels[0]?.ipsecConfig.ipsecPfs).toBe("disabled");
  });

  it("of an SM gateway come without a pre-shared key", () => {
    const { Psk: _psk, ...withoutPsk } = ikeConfig;
    const [first] = map({ ...singleTunnel, IkeConfig: withoutPsk }).tunnels;
    expect(first?.ikeConfig.psk).toEqual({ configured: false });
    expect(first?.remoteCaCertificate).toEqual({ configured: true });
  });
});

describe("BGP", () => {
  it.each([
    [{ ...bgpConfig, Status: "false" }, "false"],
    [{ ...bgpConfig, Status: false }, "false"],
    [{ ...bgpConfig, Status: "true" }, "true"],
    [{ ...bgpConfig, Status: "" }, null],
    [{ ...bgpConfig, Status: undefined, BgpStatus: "success" }, "success"],
  ])("of %j has the status %j", (VpnBgpConfig, status) => {
    expect(map({ ...singleTunnel, VpnBgpConfig }).tunnels[0]?.bgpConfig?.status).toBe(status);
  });

  it.each([undefined, null, "", {}, { Status: "", LocalAsn: "", LocalBgpIp: "" }, { AuthKey: "" }])(
    "that is %j is not in use",
    (VpnBgpConfig) => {
      expect(map({ ...singleTunnel, VpnBgpConfig }).tunnels[0]?.bgpConfig).toBeNull();
    },
  );

  it("that is switched on shows so although nothing else is told yet", () => {
    expect(switched("true")).toMatchObject({ enableBgp: true, status: null, localAsn: null });
    expect(switched("false")).toBeNull();
  });

  it("takes AS numbers of 32 bits", () => {
    const big = { ...bgpConfig, LocalAsn: 4_200_000_000, PeerAsn: "4294967295" };
    const [first] = map({ ...singleTunnel, VpnBgpConfig: big }).tunnels;
    expect(first?.bgpConfig).toMatchObject({ localAsn: 4_200_000_000, peerAsn: 4_294_967_295 });
  });
});

describe("the health check", () => {
  it("that is off says so, whatever else it claims", () => {
    const off = { Enable: "false", Status: "success", Dip: "", Sip: "", Interval: 0, Retry: 0 };
    expect(map({ ...singleTunnel, VcoHealthCheck: off }).healthCheck).toEqual({
      enable: false,
      status: "success",
      dip: null,
      sip: null,
      interval: 0,
      retry: 0,
      policy: null,
      oddValues: [],
    });
  });

  it.each([undefined, null, ""])("that is %j is none", (VcoHealthCheck) => {
    expect(map({ ...singleTunnel, VcoHealthCheck }).healthCheck).toBeNull();
  });
});

describe("tags", () => {
  const tag = { Key: "team", Value: "network" };
  const team = { key: "team", value: "network" };
  it.each([
    [{ Tag: { Tag: [tag] } }, [team]],
    [{ Tag: undefined, Tags: { Tag: [tag] } }, [team]],
    [{ Tag: {}, Tags: { Tag: [tag] } }, [team]],
    [{ Tag: { Tag: tag } }, [team]],
    [{ Tag: { Tag: [{ Key: "k", Value: "" }] } }, [{ key: "k", value: "" }]],
    [{ Tag: { Tag: [{ Key: "k" }] } }, [{ key: "k", value: "" }]],
    [{ Tag: { Tag: [] } }, []],
    [{ Tag: {} }, []],
    [{ Tag: "" }, []],
    [{ Tag: null }, []],
  ])("in %j are %j", (change, tags) => {
    expect(map({ ...singleTunnel, ...change }).tags).toEqual(tags);
  });
});
