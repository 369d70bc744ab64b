import { describe, expect, it } from "vitest";
import { buildModel } from "@/lib/vpn/peer-config/build-model";
import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import {
  bgp,
  CUSTOMER_GATEWAY,
  EVERYTHING,
  inputOf,
  settled,
  settledPair,
} from "@/lib/vpn/testing/peer-config/inputs";
import type { VpnTunnel } from "@/lib/vpn/types";

function modelOf(input: PeerConfigInput) {
  const model = buildModel(input);
  if ("refusals" in model) throw new Error(JSON.stringify(model.refusals));
  return model;
}

const tunnelOf = (input: PeerConfigInput) => modelOf(input).tunnels[0];
const remoteOf = (input: PeerConfigInput) => tunnelOf(input)?.remote.address;
const remotesOf = (input: PeerConfigInput) =>
  modelOf(input).tunnels.map((one) => one.remote.address);
const withRemoteId = (remoteId: string | null) =>
  tunnelOf(inputOf([settled({ ike: { remoteId } })]));
const identityOf = (remoteId: string | null) => withRemoteId(remoteId)?.local.identity;
const isBehindNat = (remoteId: string) => withRemoteId(remoteId)?.local.isBehindNat;
const routingOf = (input: PeerConfigInput) => modelOf(input).routing;
const lifetimeOf = (ikeLifetime: number | null) =>
  tunnelOf(inputOf([settled({ ike: { ikeLifetime } })]))?.ike.lifetimeSeconds;
const isAggressive = (ikeVersion: string) =>
  tunnelOf(inputOf([settled({ ike: { ikeVersion, ikeMode: "aggressive" } })]))?.ike.isAggressive;
const ranksOf = (tunnels: VpnTunnel[]) => modelOf(inputOf(tunnels)).tunnels.map(({ rank }) => rank);
const cidrsOf = (localSubnets: string[]) =>
  modelOf(inputOf([settled()], { localSubnets })).remoteSubnets.map(({ cidr }) => cidr);
const notesOf = (input: PeerConfigInput) => modelOf(input).notes.map(({ note }) => note);

describe("the tunnel from the other end", () => {
  it("has local and remote swapped: addresses, identities, networks and AS numbers", () => {
    const model = modelOf(
      inputOf([
        settled({
          ike: { localId: "ali.example.com", remoteId: "works.example.com" },
        }),
      ]),
    );
    expect(model.localSubnets.map(({ cidr }) => cidr)).toEqual(["192.168.1.0/24"]);
    expect(model.remoteSubnets.map(({ cidr }) => cidr)).toEqual(["10.1.0.0/16"]);
    expect(model.tunnels[0]).toMatchObject({
      local: {
        address: "198.51.100.20",
        identity: { type: "fqdn", value: "works.example.com" },
        isBehindNat: false,
      },
      remote: { address: "203.0.113.1", identity: { type: "fqdn", value: "ali.example.com" } },
    });
    const withBgp = settled({ more: { bgpConfig: bgp(1) } });
    expect(tunnelOf(inputOf([withBgp], EVERYTHING))?.bgp).toMatchObject({
      localAsn: "65001",
      remoteAsn: "45104",
      localAddress: "169.254.1.2",
      remoteAddress: "169.254.1.1",
      prefixLength: "30",
      key: null,
    });
  });

  it("takes addresses from the tunnel, the connection, the gateway and the identity, in this order", () => {
    const without = settled({ more: { internetIp: null } });
    expect(remoteOf(inputOf([settled()], { internetIp: "203.0.113.9" }))).toBe("203.0.113.1");
    expect(remoteOf(inputOf([without], { internetIp: "203.0.113.9" }))).toBe("203.0.113.9");
    expect(remoteOf(inputOf([without]))).toBe("203.0.113.1");
    const alone = { vpnGateway: null, customerGateways: [] };
    const byId = settled({ ike: { localId: "203.0.113.77" }, more: { internetIp: null } });
    expect(remoteOf(inputOf([byId], {}, alone))).toBe("203.0.113.77");
    const byName = settled({ ike: { localId: "ali.example" }, more: { internetIp: null } });
    expect(remoteOf(inputOf([byName], {}, alone))).toBe("REPLACE-ALIBABA-ADDRESS-1");
  });

  it("never takes the first address of a pair's gateway for its second tunnel", () => {
    const tunnels = settledPair({ ike: { localId: "ali.example" }, more: { internetIp: null } });
    expect(remotesOf(inputOf(tunnels))).toEqual(["203.0.113.1", "203.0.113.2"]);
    expect(remotesOf(inputOf(tunnels, {}, { vpnGateway: null }))).toEqual([
      "REPLACE-ALIBABA-ADDRESS-1",
      "REPLACE-ALIBABA-ADDRESS-2",
    ]);
  });

  it("reads an identity by its type, and uses the address where none is set", () => {
    expect(identityOf(null)).toEqual({ type: "address", value: "198.51.100.20" });
    expect(identityOf(" ")).toEqual({ type: "address", value: "198.51.100.20" });
    expect(identityOf("10.0.0.5")).toEqual({ type: "address", value: "10.0.0.5" });
    expect(identityOf("2001:DB8::1")).toEqual({ type: "address", value: "2001:db8::1" });
    expect(identityOf("works")).toEqual({ type: "fqdn", value: "works" });
    expect(identityOf("admin@works.example")).toEqual({
      type: "email",
      value: "admin@works.example",
    });
  });

  it.each(["a b", "a;b", 'a"b', "@works", "0.0.0.0", "12", "x{", "REPLACE-PSK-1", "a\nb", "a%b"])(
    "does not write the identity %j",
    (unsafe) => {
      expect(identityOf(unsafe)).toEqual({ type: "fqdn", value: "REPLACE-LOCAL-ID-1" });
    },
  );

  it("sees NAT where the device's identity is another address than its public one", () => {
    expect(isBehindNat("10.0.0.5")).toBe(true);
    expect(isBehindNat("198.51.100.20")).toBe(false);
    expect(isBehindNat("works.example")).toBe(false);
  });

  it("is policy-based for CIDRs, and route-based for everything, pairs and BGP", () => {
    expect(routingOf(inputOf([settled()]))).toBe("policy");
    expect(routingOf(inputOf([settled()], { localSubnets: ["0.0.0.0/0"] }))).toBe("policy");
    expect(routingOf(inputOf([settled()], EVERYTHING))).toBe("route");
    expect(routingOf(inputOf(settledPair()))).toBe("route");
    const single = settled({ more: { bgpConfig: bgp(1) } });
    const { bgp: session } =
      tunnelOf(inputOf([single], { ...EVERYTHING, enableTunnelsBgp: false })) ?? {};
    expect(session).not.toBeNull();
    const isOff = settled({ more: { bgpConfig: bgp(1, { enableBgp: false }) } });
    expect(routingOf(inputOf([isOff]))).toBe("policy");
  });

  it("has no sessions in a pair that has them switched off", () => {
    const tunnels = settledPair({ more: { bgpConfig: bgp(1) } });
    const sessions = (enableTunnelsBgp: boolean) =>
      modelOf(inputOf(tunnels, { ...EVERYTHING, enableTunnelsBgp })).tunnels.map(
        (one) => one.bgp?.localAsn,
      );
    expect(sessions(true)).toEqual(["65001", "65001"]);
    expect(sessions(false)).toEqual([undefined, undefined]);
  });

  it("renews a tenth earlier than Alibaba, and says nothing where the API does not", () => {
    expect(lifetimeOf(86_400)).toBe(77_760);
    expect(lifetimeOf(null)).toBeNull();
    expect(lifetimeOf(0)).toBeNull();
    expect(lifetimeOf(1)).toBe(1);
    const without = settled({ ike: { ikeLifetime: 0 }, ipsec: { ipsecLifetime: null } });
    const { notes } = modelOf(inputOf([without]));
    expect(notes.filter(({ note }) => note.startsWith("lifetime"))).toEqual([
      { note: "lifetimeAbsent", values: { tunnel: 1, phase: 1 } },
      { note: "lifetimeAbsent", values: { tunnel: 1, phase: 2 } },
    ]);
  });

  it("prefers the active tunnel, wherever it stands", () => {
    const [active = settled(), standby = settled()] = settledPair();
    expect(ranksOf([active, standby])).toEqual([1, 2]);
    expect(ranksOf([standby, active])).toEqual([2, 1]);
    expect(ranksOf([active, active])).toEqual([1, 2]);
  });

  it("knows no modes of IKEv2", () => {
    expect(isAggressive("ikev1")).toBe(true);
    expect(isAggressive("ikev2")).toBe(false);
  });

  it("takes the customer gateway of the connection only where there is one", () => {
    const other = { ...CUSTOMER_GATEWAY, customerGatewayId: "cgw-2", ipAddress: "198.51.100.30" };
    const nameless = settled({
      ike: { remoteId: "works.example" },
      more: { customerGatewayId: null },
    });
    const local = (customerGatewayIds: string[]) =>
      tunnelOf(
        inputOf(
          [nameless],
          { customerGatewayIds },
          { customerGateways: [other, CUSTOMER_GATEWAY] },
        ),
      )?.local.address;
    expect(local(["cgw-works"])).toBe("198.51.100.20");
    expect(local(["cgw-works", "cgw-2"])).toBe("REPLACE-LOCAL-ADDRESS-1");
  });

  it("has a placeholder for networks that are not there or are none", () => {
    expect(cidrsOf([])).toEqual(["REPLACE-ALIBABA-CIDR"]);
    expect(cidrsOf(["10.0.0.0/8", "10.0.0.0/33", "x"])).toEqual([
      "10.0.0.0/8",
      "REPLACE-ALIBABA-CIDR",
    ]);
    expect(cidrsOf(["10.1.2.3/8", "10.0.0.0/8", "10.9.9.9"])).toEqual([
      "10.0.0.0/8",
      "10.9.9.9/32",
    ]);
  });

  it("says what to know, and only what holds", () => {
    expect(notesOf(inputOf([settled()]))).toEqual([
      "keyByHand",
      "bothEnds",
      "directions",
      "lifetimes",
    ]);
    const cen = { effectImmediately: false, attachType: "CEN", name: "a\nb", ...EVERYTHING };
    expect(notesOf(inputOf(settledPair({ ike: { remoteId: "#" } }), cen))).toEqual([
      "keyByHand",
      "bothEnds",
      "directions",
      "pair",
      "transitRouter",
      "idle",
      "lifetimes",
      "defaultRoute",
      "identityReplaced",
      "textReplaced",
    ]);
  });
});
