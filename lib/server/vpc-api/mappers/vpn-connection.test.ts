import { describe, expect, it } from "vitest";
import {
  bgpConfig,
  healthCheck,
  ikeConfig,
  ipsecConfig,
  singleTunnel,
} from "@/lib/server/testing/wire-bodies";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { rawVpnConnection } from "@/lib/server/vpc-api/raw/vpn-connection";

const map = (body: object) => toVpnConnection("eu-central-1", rawVpnConnection.parse(body));

const IKE = {
  ikeVersion: "ikev2",
  ikeMode: "main",
  ikeEncAlg: "aes256",
  ikeAuthAlg: "sha256",
  ikePfs: "group14",
  ikeLifetime: 28_800,
  localId: "203.0.113.10",
  remoteId: "198.51.100.20",
  psk: { configured: true },
};
const NO_IKE = {
  ...Object.fromEntries(Object.keys(IKE).map((key) => [key, null])),
  psk: { configured: false },
};
const IPSEC = {
  ipsecEncAlg: "aes192",
  ipsecAuthAlg: "sha384",
  ipsecPfs: "group5",
  ipsecLifetime: 3600,
};
const NO_IPSEC = Object.fromEntries(Object.keys(IPSEC).map((key) => [key, null]));

describe("a single-tunnel connection", () => {
  it("is mapped whole, field by field", () => {
    expect(map(singleTunnel)).toEqual({
      regionId: "eu-central-1",
      vpnConnectionId: "vco-single1",
      name: "branch office",
      vpnGatewayId: "vpn-gateway1",
      transitRouterId: null,
      transitRouterName: null,
      attachType: "VPNGW",
      attachInstanceId: null,
      networkType: "public",
      state: "active",
      spec: null,
      tunnelBandwidth: null,
      crossAccountAuthorized: false,
      internetIp: null,
      zoneNo: null,
      resourceGroupId: "rg-group1",
      customerGatewayIds: ["cgw-customer1"],
      customerGatewayNames: [null],
      vpnGatewayName: null,
      vpcId: null,
      localSubnets: ["10.10.0.0/16", "10.11.0.0/16"],
      remoteSubnets: ["10.20.0.0/16"],
      createTime: 1_600_000_000_000,
      effectImmediately: true,
      enableTunnelsBgp: null,
      tunnelMode: "single",
      tunnels: [
        {
          tunnelId: null,
          tunnelIndex: null,
          role: null,
          rawRole: null,
          state: null,
          status: "ipsec_sa_established",
          rawStatus: "ipsec_sa_established",
          internetIp: null,
          zoneNo: null,
          customerGatewayId: "cgw-customer1",
          enableDpd: true,
          enableNatTraversal: false,
          ikeConfig: IKE,
          ipsecConfig: IPSEC,
          bgpConfig: {
            status: "success",
            enableBgp: true,
            localAsn: 64_512,
            peerAsn: 64_513,
            localBgpIp: "169.254.11.1",
            peerBgpIp: "169.254.11.2",
            tunnelCidr: "169.254.11.0/30",
            authKey: { configured: true },
          },
          remoteCaCertificate: { configured: true },
          oddValues: [],
        },
      ],
      verdict: "up",
      verdictSince: null,
      verdictSinceExact: false,
      changesIn24Hours: null,
      flapping: false,
      findingCounts: null,
      healthCheck: {
        enable: true,
        status: "failed",
        dip: "10.20.0.9",
        sip: "10.10.0.9",
        interval: 5,
        retry: 4,
        policy: "revoke_route",
        oddValues: [],
      },
      tags: [{ key: "team", value: "network" }],
      oddValues: [],
    });
  });

  it("of which only the id is known is one tunnel of unknown state", () => {
    const { tunnels, ...connection } = map({ VpnConnectionId: "vco-1" });
    expect(connection).toMatchObject({
      name: "",
      vpnGatewayId: null,
      customerGatewayIds: [],
      localSubnets: [],
      remoteSubnets: [],
      createTime: null,
      effectImmediately: null,
      tunnelMode: "single",
      verdict: "unknown",
      healthCheck: null,
      tags: [],
    });
    expect(tunnels).toHaveLength(1);
    expect(tunnels[0]).toMatchObject({
      status: "unknown",
      rawStatus: null,
      ikeConfig: NO_IKE,
      ipsecConfig: NO_IPSEC,
      bgpConfig: null,
      remoteCaCertificate: { configured: false },
    });
  });

  it.each([
    [{ Status: "ipsec_sa_established" }, "ipsec_sa_established", "up"],
    [{ Status: undefined, status: "ipsec_sa_established" }, "ipsec_sa_established", "up"],
    [{ Status: "ike_sa_established" }, "ike_sa_established", "down"],
    [{ Status: "ike_sa_not_established" }, "ike_sa_not_established", "down"],
    [{ Status: "ipsec_sa_not_established" }, "ipsec_sa_not_established", "down"],
    [{ Status: "ipsec_sa_rekeying" }, "unknown", "unknown"],
    [{ Status: "" }, "unknown", "unknown"],
    [{ Status: undefined }, "unknown", "unknown"],
  ])("with %j has the status %s and is %s", (change, status, verdict) => {
    const { tunnels, verdict: found } = map({ ...singleTunnel, ...change });
    expect([tunnels[0]?.status, found]).toEqual([status, verdict]);
  });

  it("keeps a status word that nobody documents", () => {
    const [first] = map({ ...singleTunnel, Status: "ipsec_sa_rekeying" }).tunnels;
    expect(first?.rawStatus).toBe("ipsec_sa_rekeying");
  });

  it.each(["init", "attached", "Upgrading", "financialLocked"])(
    "is up whatever its own lifecycle, such as %s",
    (State) => {
      const { verdict, state } = map({ ...singleTunnel, State });
      expect([verdict, state]).toEqual(["up", State]);
    },
  );

  it("is the same with every scalar of the other type", () => {
    const twisted = {
      ...singleTunnel,
      CreateTime: "1600000000000",
      EffectImmediately: "true",
      EnableDpd: "true",
      EnableNatTraversal: "false",
      CrossAccountAuthorized: "False",
      IkeConfig: { ...ikeConfig, IkeLifetime: "28800" },
      IpsecConfig: { ...ipsecConfig, IpsecLifetime: "3600" },
      VpnBgpConfig: { ...bgpConfig, LocalAsn: "64512", PeerAsn: "64513" },
      VcoHealthCheck: { ...healthCheck, Enable: true, Interval: "5", Retry: "4" },
    };
    expect(map(twisted)).toEqual(map(singleTunnel));
  });

  it("is the same with its configurations as JSON in strings", () => {
    const asText = {
      ...singleTunnel,
      IkeConfig: JSON.stringify(ikeConfig),
      IpsecConfig: JSON.stringify(ipsecConfig),
      VcoHealthCheck: JSON.stringify(healthCheck),
    };
    expect(map(asText)).toEqual(map(singleTunnel));
  });
});
