import { expect, test } from "vitest";
import { peerConfigOf } from "@/lib/vpn/peer-config/generate";
import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import type { Note } from "@/lib/vpn/peer-config/said";
import { type Vendor, VENDORS } from "@/lib/vpn/peer-config/vendors";
import { CASES, SEVERAL_CIDRS } from "@/lib/vpn/testing/peer-config/cases";
import { EVERYTHING, inputOf, settled, settledPair } from "@/lib/vpn/testing/peer-config/inputs";

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

test("Junos: no routing protocol over traffic selectors", () => {
  const { connection } = caseOf("pair-with-bgp");
  const withCidrs = { ...PAIR, connection: { ...PAIR.connection, tunnels: connection.tunnels } };
  expect(vendorsWith("junosSelectorsBgp", withCidrs)).toEqual(["juniper-srx"]);
  expect(vendorsWith("junosSelectorsBgp", caseOf("pair-with-bgp"))).toEqual([]);
});

test("numbers that the device may use already are named where there are any", () => {
  expect(valuesOf("numbers", "vyos", PAIR)).toEqual([{ numbers: "101, 102" }]);
  expect(vendorsWith("numbers", ONE_CIDR)).toEqual(["juniper-srx", "h3c"]);
  expect(vendorsWith("numbers", inputOf([settled({ ike: IKEV1 })]))).toContain("cisco-ios-xe");
});

test.each(VENDORS)("%s: IPv4 on one side and IPv6 on the other is refused", (vendor) => {
  const input = inputOf([settled()], { remoteSubnets: ["fd00:b::/48"] });
  const config = peerConfigOf(vendor, input);
  const refusals = config.kind === "refused" ? config.refusals : [];
  expect(refusals.map(({ refusal }) => refusal)).toContain("noPair");
});

const VENDORS_READ: Vendor[] = ["cisco-ios-xe", "fortigate", "juniper-srx", "h3c", "vyos"];

function vendorsWith(note: Note["note"], input: PeerConfigInput): Vendor[] {
  return VENDORS_READ.filter((vendor) => valuesOf(note, vendor, input).length > 0);
}

function valuesOf(name: Note["note"], vendor: Vendor, input: PeerConfigInput) {
  const config = peerConfigOf(vendor, input);
  const notes = config.kind === "written" ? config.notes : [];
  return notes.filter(({ note }) => note === name).map(({ values }) => values);
}

function caseOf(name: string): PeerConfigInput {
  const found = CASES[name];
  if (found === undefined) throw new Error(`no case ${name}`);
  return found;
}
