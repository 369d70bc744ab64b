import { describe, expect, it } from "vitest";
import { type Change, foundBy, pair, single } from "@/lib/server/testing/findings";

const withoutRedundancy = (connection: object) =>
  foundBy("no-redundancy", [single({ connection })]);

const withSamePeer = (CustomerGatewayId: string) =>
  foundBy("tunnels-same-peer", [pair({ tunnel: { CustomerGatewayId } })]);

const differingFields = (change: Change) =>
  foundBy("tunnels-differ", [pair(change)]).map(({ evidence, values }) => {
    expect(values.fields).toBe(evidence.map(({ field }) => field).join(","));
    return evidence.map(({ field }) => field.replace(/^.*\./, "")).join(", ");
  });

const inMode = (IkeMode: string) => ({ IkeVersion: "ikev1", IkeMode });

const differing = (...bodies: object[]) => foundBy("peer-ike-differs", bodies);

const toPeer = (id: string, ike: object, connection: object = {}) =>
  single({ ike, connection: { VpnGatewayId: "vpn-1", CustomerGatewayId: "c", ...connection } }, id);

describe("no-redundancy", () => {
  it.each([
    { VpnGatewayId: "vpn-1" },
    { VpnGatewayId: "vpn-1", AttachType: "" },
    { VpnGatewayId: "vpn-1", TunnelOptionsSpecification: {} },
  ])("finds a single tunnel to a VPN gateway: %j", (connection) => {
    expect(withoutRedundancy(connection)).toMatchObject([{ severity: "medium", tunnel: null }]);
  });

  it("finds neither a pair nor a connection of a transit router or of nothing", () => {
    expect(foundBy("no-redundancy", [pair()])).toEqual([]);
    const atRouter = { AttachType: "CEN", TransitRouterId: "tr-1", RemoteSubnet: "10.9.0.0/16" };
    const two = ["vco-1", "vco-2"].map((id) => single({ connection: atRouter }, id));
    expect(foundBy("no-redundancy", two)).toEqual([]);
    expect(withoutRedundancy({ VpnGatewayId: "vpn-1", AttachType: "NO_ASSOCIATED" })).toEqual([]);
    expect(withoutRedundancy({ VpnGatewayId: "" })).toEqual([]);
  });
});

describe("tunnels-same-peer", () => {
  it("finds a pair that ends at one customer gateway", () => {
    expect(withSamePeer("cgw-vco-1-1")).toMatchObject([
      { severity: "low", tunnel: null, values: { customerGatewayId: "cgw-vco-1-1" } },
    ]);
  });

  it("finds neither two customer gateways, nor one that is not known, nor a single tunnel", () => {
    expect([...withSamePeer("cgw-other"), ...withSamePeer("")]).toEqual([]);
    expect(foundBy("tunnels-same-peer", [single()])).toEqual([]);
  });
});

describe("tunnels-differ", () => {
  it.each<[Change, string]>([
    [{ ike: { IkeVersion: "ikev1" } }, "ikeVersion"],
    [{ ike: { IkeEncAlg: "aes" } }, "ikeEncAlg"],
    [{ ike: { IkeAuthAlg: "sha384" } }, "ikeAuthAlg"],
    [{ ike: { IkePfs: "group5" }, ipsec: { IpsecPfs: "disabled" } }, "ikePfs, ipsecPfs"],
    [{ ike: { IkeLifetime: "3601" } }, "ikeLifetime"],
    [{ ipsec: { IpsecEncAlg: "aes", IpsecAuthAlg: "sha1" } }, "ipsecEncAlg, ipsecAuthAlg"],
    [{ ipsec: { IpsecLifetime: 7200 } }, "ipsecLifetime"],
    [{ tunnel: { EnableDpd: "false" } }, "enableDpd"],
    [{ tunnel: { EnableNatTraversal: "disable" } }, "enableNatTraversal"],
    [{ tunnel: { TunnelBgpConfig: {} } }, "enableBgp"],
    [{ bgp: { EnableBgp: "false" } }, "enableBgp"],
  ])("finds %j", (change, expected) => {
    expect(differingFields(change)).toEqual([expected]);
    expect(foundBy("tunnels-differ", [pair(change)])).toMatchObject([
      { severity: "medium", tunnel: null },
    ]);
  });

  it("shows both values as evidence", () => {
    expect(foundBy("tunnels-differ", [pair({ ike: { IkeEncAlg: "AES" } })])).toMatchObject([
      { evidence: [{ field: "ikeConfig.ikeEncAlg", value: "aes256 / aes" }] },
    ]);
  });

  it.each<Change>([
    { ike: { IkeEncAlg: "AES256", IkeLifetime: 28_800 } },
    { ike: { IkeMode: "aggressive" } },
    { ike: { IkeEncAlg: "", LocalId: "a", RemoteId: "b", Psk: "c" }, ipsec: { IpsecPfs: null } },
    { tunnel: { EnableDpd: "", ZoneNo: "z", InternetIp: "203.0.113.99", State: "updating" } },
    { bgp: { TunnelCidr: "169.254.77.0/30", LocalBgpIp: "169.254.77.1", PeerBgpIp: "" } },
    { bgp: { EnableBgp: "false" }, connection: { EnableTunnelsBgp: false } },
  ])("lets %j be", (change) => {
    expect(differingFields(change)).toEqual([]);
  });
});

describe("peer-ike-differs", () => {
  it.each<[object, string]>([
    [{ IkeVersion: "ikev1" }, "ikeVersion"],
    [{ IkeEncAlg: "aes" }, "ikeEncAlg"],
    [{ IkeAuthAlg: "sha1" }, "ikeAuthAlg"],
    [{ IkePfs: "group2" }, "ikePfs"],
    [{ IkeLifetime: "3600" }, "ikeLifetime"],
  ])("finds %j on each of the connections", (ike, fields) => {
    const values = { fields: `ikeConfig.${fields}`, customerGatewayId: "c", count: 1 };
    expect(differing(toPeer("vco-1", {}), toPeer("vco-2", ike))).toMatchObject([
      { vpnConnectionId: "vco-1", severity: "medium", tunnel: null, values },
      { vpnConnectionId: "vco-2", values },
    ]);
  });

  it("finds modes of IKEv1, and the tunnels of pairs", () => {
    expect(
      differing(toPeer("vco-1", inMode("main")), toPeer("vco-2", inMode("aggressive"))),
    ).toMatchObject([
      { values: { fields: "ikeConfig.ikeMode" } },
      { values: { fields: "ikeConfig.ikeMode" } },
    ]);
    const second = pair({ ike: { IkePfs: "group5" }, tunnel: { CustomerGatewayId: "c" } }, "vco-3");
    expect(differing(toPeer("vco-1", {}), second)).toMatchObject([
      { vpnConnectionId: "vco-1", evidence: [{ value: "group14" }, { value: "vco-3" }] },
      { vpnConnectionId: "vco-3", evidence: [{ value: "group5" }, { value: "vco-1" }] },
    ]);
  });

  it.each<[string, object[]]>([
    ["one connection", [toPeer("vco-1", { IkePfs: "group5" })]],
    ["equal ones in other letters", [toPeer("vco-1", {}), toPeer("vco-2", { IkePfs: "GROUP14" })]],
    ["modes of IKEv2", [toPeer("vco-1", {}), toPeer("vco-2", { IkeMode: "aggressive" })]],
    ["absent values", [toPeer("vco-1", {}), toPeer("vco-2", { IkePfs: "", IkeLifetime: null })]],
    [
      "other gateways",
      [toPeer("vco-1", {}), toPeer("vco-2", { IkePfs: "group5" }, { VpnGatewayId: "vpn-2" })],
    ],
    [
      "no gateway",
      ["vco-1", "vco-2"].map((id, at) =>
        toPeer(id, { IkeLifetime: 900 + at }, { VpnGatewayId: "" }),
      ),
    ],
    [
      "other peers",
      [toPeer("vco-1", {}), toPeer("vco-2", { IkePfs: "group5" }, { CustomerGatewayId: "d" })],
    ],
    [
      "the tunnels of a pair",
      [pair({ ike: { IkePfs: "group5" }, tunnel: { CustomerGatewayId: "cgw-vco-1-1" } })],
    ],
  ])("lets %s be", (_case, bodies) => {
    expect(differing(...bodies)).toEqual([]);
  });
});
