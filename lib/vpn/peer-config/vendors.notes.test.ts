import { expect, test } from "vitest";
import { peerConfigOf } from "@/lib/vpn/peer-config/generate";
import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import type { Note } from "@/lib/vpn/peer-config/said";
import { type Vendor, VENDORS } from "@/lib/vpn/peer-config/vendors";
import { CASES, SEVERAL_CIDRS } from "@/lib/vpn/testing/peer-config/cases";
import {
  bgp,
  EVERYTHING,
  inputOf,
  settled,
  settledPair,
} from "@/lib/vpn/testing/peer-config/inputs";
import { READERS } from "@/lib/vpn/testing/peer-config/readers";

const VENDORS_READ: Vendor[] = ["cisco-ios-xe", "fortigate", "juniper-srx", "h3c", "vyos"];
const IKEV1 = { ikeVersion: "ikev1" };
const ONE_CIDR = inputOf([settled()]);
const PAIR = inputOf(settledPair());

test("a device that has an SA for each pair of networks is said to have", () => {
  expect(vendorsWith("saPerPair", SEVERAL_CIDRS)).toEqual(["cisco-ios-xe", "juniper-srx", "h3c"]);
  expect(vendorsWith("saPerPair", ONE_CIDR)).toEqual([]);
  expect(vendorsWith("saPerPair", inputOf([settled()], EVERYTHING))).toEqual([]);
});

test("what an interface takes once is said where it is used", () => {
  expect(vendorsWith("oneMap", ONE_CIDR)).toEqual(["cisco-ios-xe", "h3c"]);
  expect(vendorsWith("oneMap", PAIR)).toEqual([]);
});

test("an AS number that the device has already is spoken of where there is BGP", () => {
  const all = ["cisco-ios-xe", "fortigate", "juniper-srx", "h3c", "vyos"];
  expect(vendorsWith("oneBgpProcess", caseOf("pair-with-bgp"))).toEqual(all);
  expect(vendorsWith("oneBgpProcess", PAIR)).toEqual([]);
});

test("IOS XE: the release for CIDRs on tunnel interfaces", () => {
  expect(vendorsWith("ciscoSelectors", PAIR)).toEqual(["cisco-ios-xe"]);
  expect(vendorsWith("ciscoSelectors", ONE_CIDR)).toEqual([]);
});

test("IOS XE: an identity of IKEv1 that must be the interface's address, and no other identity", () => {
  const ofAddress = inputOf([settled({ ike: IKEV1 })]);
  expect(valuesOf("ciscoIdentity", "cisco-ios-xe", ofAddress)).toEqual([
    { tunnel: 1, identity: "198.51.100.20" },
  ]);
  const ofName = inputOf([settled({ ike: { ...IKEV1, remoteId: "office.example" } })]);
  expect(valuesOf("ciscoIdentity", "cisco-ios-xe", ofName)).toEqual([]);
  expect(valuesOf("ciscoIdentity", "cisco-ios-xe", ONE_CIDR)).toEqual([]);
});

test.each([
  [settled(), false],
  [settled({ ike: { ikePfs: "group5" } }), true],
  [settled({ ipsec: { ipsecPfs: "group2" } }), true],
  [settled({ ike: { ikeAuthAlg: "md5" } }), true],
  [settled({ ipsec: { ipsecEncAlg: "3des" } }), true],
  [settled({ ipsec: { ipsecPfs: "disabled" } }), false],
])("IOS XE: weak algorithms are named (%#)", (tunnel, isWeak) => {
  expect(vendorsWith("ciscoWeak", inputOf([tunnel]))).toEqual(isWeak ? ["cisco-ios-xe"] : []);
});

const ONE_SIDED = { localSubnets: ["0.0.0.0/0", "10.9.0.0/16"] };

test.each(VENDORS_READ.filter((vendor) => vendor !== "juniper-srx" && vendor !== "h3c"))(
  "%s: a default route never leads into a tunnel, and a note says what to fill in",
  (vendor) => {
    const input = inputOf(settledPair(), ONE_SIDED);
    const [{ routes } = { routes: [] }] = readOf(vendor, input);
    expect(routes).toEqual(["10.9.0.0/16", expect.stringMatching(/^REPLACE-ROUTED-/)]);
    expect(valuesOf("routesByHand", vendor, input)).toHaveLength(1);
    expect(valuesOf("routesByHand", vendor, inputOf(settledPair()))).toEqual([]);
    expect(valuesOf("routesByHand", vendor, inputOf(settledPair(), EVERYTHING))).toEqual([]);
  },
);

test("FortiGate: the IPv6 default route has placeholders of its own", () => {
  const subnets = { localSubnets: ["::/0"], remoteSubnets: ["fd00:2::/48"] };
  const config = peerConfigOf("fortigate", inputOf([settled()], subnets));
  const names = config.kind === "written" ? config.placeholders.map(({ name }) => name) : [];
  expect(names).toContain("REPLACE-ROUTED-IPV6-CIDR");
});

test("a network around Alibaba's own address is as a default route, and other wide ones are not", () => {
  const subnets = { localSubnets: ["128.0.0.0/1", "0.0.0.0/1"] };
  const [{ routes } = { routes: [] }] = readOf("fortigate", inputOf(settledPair(), subnets));
  expect(routes).toEqual(["0.0.0.0/1", "REPLACE-ROUTED-NETWORK"]);
  expect(refusalsOf("juniper-srx", inputOf([settled()], subnets))).toEqual(["routedSelector"]);
});

test("Junos: a traffic selector whose remote side alone is the default route is refused", () => {
  expect(refusalsOf("juniper-srx", inputOf([settled()], ONE_SIDED))).toEqual(["routedSelector"]);
  expect(refusalsOf("juniper-srx", inputOf([settled()], EVERYTHING))).toEqual([]);
});

test.each(VENDORS)("%s: BGP is refused unless 0.0.0.0/0 is on both sides", (vendor) => {
  const tunnels = settledPair({ more: { bgpConfig: bgp(1) } });
  const { localSubnets } = EVERYTHING;
  for (const subnets of [{}, { localSubnets }, { localSubnets: [], remoteSubnets: [] }]) {
    expect(refusalsOf(vendor, inputOf(tunnels, subnets))).toContain("bgpSelectors");
  }
  const ipv6 = { localSubnets: ["::/0"], remoteSubnets: ["::/0"] };
  expect(refusalsOf(vendor, inputOf(tunnels, ipv6))).toContain("bgpSelectors");
  expect(refusalsOf(vendor, inputOf(tunnels, EVERYTHING))).toEqual([]);
});

test.each(VENDORS)("%s: tunnels with one identity of Alibaba's need one key", (vendor) => {
  const same = inputOf(settledPair({ ike: { localId: "ali.example" } }), EVERYTHING);
  expect(valuesOf("sameIdentities", vendor, same)).toEqual([{ identity: "ali.example" }]);
  expect(valuesOf("sameIdentities", vendor, inputOf(settledPair(), EVERYTHING))).toEqual([]);
});

test("a refusal of one vendor's names those that a configuration is written for", () => {
  const config = peerConfigOf("fortigate", inputOf([settled({ ike: { ikePfs: "group24" } })]));
  expect(config).toMatchObject({
    kind: "refused",
    others: VENDORS.filter((one) => one !== "fortigate"),
  });
  const unknown = peerConfigOf("fortigate", inputOf([settled({ ike: { ikePfs: "group15" } })]));
  expect(unknown).toMatchObject({ kind: "refused", others: [] });
});

test("numbers that the device may use already are named where there are any", () => {
  const [{ numbers } = { numbers: "" }] = valuesOf("numbers", "vyos", PAIR);
  expect(numbers).toMatch(/^\d{4,5}, \d{4,5}$/);
  const other = { ...PAIR.connection, vpnConnectionId: "vco-bp1other" };
  expect(valuesOf("numbers", "vyos", { ...PAIR, connection: other })).not.toEqual([{ numbers }]);
  expect(vendorsWith("numbers", ONE_CIDR)).toEqual(["juniper-srx", "h3c"]);
  expect(vendorsWith("numbers", inputOf([settled({ ike: IKEV1 })]))).toContain("cisco-ios-xe");
});

test("a device with IKEv2 policies is said to take one of them", () => {
  expect(vendorsWith("oneIkev2Policy", PAIR)).toEqual(["cisco-ios-xe"]);
  expect(vendorsWith("oneIkev2Policy", ONE_CIDR)).toEqual(["cisco-ios-xe", "h3c"]);
  expect(vendorsWith("oneIkev2Policy", inputOf([settled({ ike: IKEV1 })]))).toEqual([]);
  expect(valuesOf("oneIkev2Policy", "cisco-ios-xe", PAIR)).toEqual([
    { proposals: "vco-bp1works-1, vco-bp1works-2" },
  ]);
});

test("NAT traversal that is off is said of devices that cannot switch it off for one tunnel", () => {
  const off = inputOf([settled({ more: { enableNatTraversal: false } })]);
  expect(vendorsWith("natTraversalAutomatic", off)).toEqual(["cisco-ios-xe", "h3c", "vyos"]);
  expect(vendorsWith("natTraversalAutomatic", ONE_CIDR)).toEqual([]);
});

test("settings that reach beyond the connection are named", () => {
  expect(vendorsWith("wholeDevice", ONE_CIDR)).toEqual(["juniper-srx"]);
  expect(vendorsWith("wholeDevice", PAIR)).toEqual(["juniper-srx", "vyos"]);
  expect(vendorsWith("wholeInterface", ONE_CIDR)).toEqual(["cisco-ios-xe", "h3c", "vyos"]);
  expect(vendorsWith("wholeInterface", PAIR)).toEqual([]);
  for (const vendor of VENDORS_READ) {
    const said = [ONE_CIDR, PAIR].flatMap((input) =>
      [...valuesOf("wholeDevice", vendor, input), ...valuesOf("wholeInterface", vendor, input)]
        .map(({ setting }) => String(setting))
        .filter((setting) => !textOf(vendor, input).replaceAll("'", "").includes(setting)),
    );
    expect(said).toEqual([]);
  }
});

test("segments of TCP are limited with an interface of the tunnel and without", () => {
  const everything = inputOf([settled()], EVERYTHING);
  for (const vendor of VENDORS_READ) {
    expect(textOf(vendor, ONE_CIDR)).toMatch(/mss.* '?1350/);
    expect(textOf(vendor, everything)).toMatch(/mss.* '?1350/);
  }
});

test("characters of a key that the command line reads as something else are named", () => {
  for (const vendor of VENDORS_READ) expect(textOf(vendor, ONE_CIDR)).toMatch(/^[!#] .*\bkeys?\b/m);
});

test("Junos: an interface that lets in services of its own is spoken of", () => {
  expect(vendorsWith("junosInbound", ONE_CIDR)).toEqual(["juniper-srx"]);
});

test("IOS XE: the lifetime of an IKEv1 policy is not below Alibaba's", () => {
  const ofIkev1 = inputOf([settled({ ike: IKEV1 })]);
  expect(textOf("cisco-ios-xe", ofIkev1)).toContain("\n lifetime 86400\n");
  expect(textOf("cisco-ios-xe", ONE_CIDR)).toContain("\n lifetime 77760\n");
  expect(textOf("h3c", ofIkev1)).toContain("\n sa duration 77760\n");
  expect(vendorsWith("ciscoLifetime", ofIkev1)).toEqual(["cisco-ios-xe"]);
  expect(vendorsWith("ciscoLifetime", ONE_CIDR)).toEqual([]);
  const untold = inputOf([settled({ ike: { ...IKEV1, ikeLifetime: null } })]);
  expect(vendorsWith("ciscoLifetime", untold)).toEqual([]);
});

test.each(VENDORS)("%s: IPv4 on one side and IPv6 on the other is refused", (vendor) => {
  const input = inputOf([settled()], { remoteSubnets: ["fd00:b::/48"] });
  expect(refusalsOf(vendor, input)).toContain("noPair");
});

function vendorsWith(note: Note["note"], input: PeerConfigInput): Vendor[] {
  return VENDORS_READ.filter((vendor) => valuesOf(note, vendor, input).length > 0);
}

function valuesOf(name: Note["note"], vendor: Vendor, input: PeerConfigInput) {
  const config = peerConfigOf(vendor, input);
  const notes = config.kind === "written" ? config.notes : [];
  return notes.filter(({ note }) => note === name).map(({ values }) => values);
}

function refusalsOf(vendor: Vendor, input: PeerConfigInput) {
  const config = peerConfigOf(vendor, input);
  return config.kind === "refused" ? config.refusals.map(({ refusal }) => refusal) : [];
}

function readOf(vendor: Vendor, input: PeerConfigInput) {
  const config = peerConfigOf(vendor, input);
  const read = new Map(READERS).get(vendor);
  return config.kind === "written" && read !== undefined ? read(config.files[0]?.text ?? "") : [];
}

function textOf(vendor: Vendor, input: PeerConfigInput): string {
  const config = peerConfigOf(vendor, input);
  return config.kind === "written" ? (config.files[0]?.text ?? "") : "";
}

function caseOf(name: string): PeerConfigInput {
  const found = CASES[name];
  if (found === undefined) throw new Error(`no case ${name}`);
  return found;
}
