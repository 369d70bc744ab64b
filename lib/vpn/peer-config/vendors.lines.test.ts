import { describe, expect, test } from "vitest";
import { peerConfigOf } from "@/lib/vpn/peer-config/generate";
import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import type { Vendor } from "@/lib/vpn/peer-config/vendors";
import { CASES } from "@/lib/vpn/testing/peer-config/cases";
import { EVERYTHING, inputOf, settledPair } from "@/lib/vpn/testing/peer-config/inputs";

/** Lines of the text that tell from where a tunnel starts, of the first tunnel and of the second. */
const STARTS: [Vendor, RegExp][] = [
  ["cisco-ios-xe", /^ tunnel source .*$/gm],
  ["fortigate", /^ +set interface .*$/gm],
  ["juniper-srx", /^set .* external-interface .*$/gm],
  ["h3c", /^ source .*$/gm],
  ["vyos", /^set vpn ipsec interface .*$/gm],
];

const TWO_LINES = caseOf("pair-with-two-customer-gateways");
const ONE_LINE = inputOf(settledPair(), EVERYTHING);

describe.each(STARTS)("%s: a pair with two customer gateways", (vendor, starts) => {
  test("starts each tunnel from an interface of its own", () => {
    const { text, placeholders } = written(vendor, TWO_LINES);
    const found = text.match(starts) ?? [];
    expect(found).toHaveLength(2);
    expect(found[0]).toContain("REPLACE-OUTSIDE-INTERFACE-1");
    expect(found[1]).toContain("REPLACE-OUTSIDE-INTERFACE-2");
    const interfaces = placeholders.filter(({ name }) =>
      name.startsWith("REPLACE-OUTSIDE-INTERFACE"),
    );
    expect(interfaces.map(({ meaning, values }) => [meaning, values])).toEqual([
      ["outsideInterfaceOfTunnel", { tunnel: 1, address: "198.51.100.20" }],
      ["outsideInterfaceOfTunnel", { tunnel: 2, address: "192.0.2.40" }],
    ]);
  });

  test("is said to need a route for each line", () => {
    const values = written(vendor, TWO_LINES)
      .notes.filter(({ note }) => note === "twoLines")
      .map((note) => note.values);
    expect(values).toEqual([
      { tunnel: 1, local: "198.51.100.20", remote: "203.0.113.1" },
      { tunnel: 2, local: "192.0.2.40", remote: "203.0.113.2" },
    ]);
  });

  test("is not what a pair with one customer gateway is", () => {
    const { text, notes } = written(vendor, ONE_LINE);
    expect(text).toContain("REPLACE-OUTSIDE-INTERFACE");
    expect(text).not.toMatch(/REPLACE-OUTSIDE-[A-Z]+-\d/);
    expect(notes.map(({ note }) => note)).not.toContain("twoLines");
  });
});

test("addresses that could not be read are not taken for two lines", () => {
  const tunnels = settledPair({ ike: { remoteId: "office.example" } });
  const unread = { ...inputOf(tunnels, EVERYTHING), customerGateways: [] };
  for (const [vendor] of STARTS) {
    const { text, notes } = written(vendor, unread);
    expect(text).not.toMatch(/REPLACE-OUTSIDE-[A-Z]+-\d/);
    expect(notes.map(({ note }) => note)).not.toContain("twoLines");
  }
});

test("Junos: IKE is let in by the zones of both lines, and by no interface", () => {
  const { text } = written("juniper-srx", TWO_LINES);
  for (const number of [1, 2]) {
    const zone = `set security zones security-zone REPLACE-OUTSIDE-ZONE-${number}`;
    expect(text).toContain(`${zone} host-inbound-traffic system-services ike\n`);
  }
  expect(text).not.toMatch(/interfaces \S+ host-inbound-traffic/);
});

describe("VyOS", () => {
  test("with two lines a tunnel starts from the address of its own", () => {
    expect(localAddresses(TWO_LINES)).toEqual(["198.51.100.20", "192.0.2.40"]);
    expect(localAddresses(ONE_LINE)).toEqual(["any", "any"]);
  });

  test("behind NAT that address is not known", () => {
    const { connection } = TWO_LINES;
    const tunnels = connection.tunnels.map((tunnel) => {
      return { ...tunnel, ikeConfig: { ...tunnel.ikeConfig, remoteId: "10.0.0.2" } };
    });
    const input = { ...TWO_LINES, connection: { ...connection, tunnels } };
    expect(localAddresses(input)).toEqual(["REPLACE-SOURCE-ADDRESS-1", "REPLACE-SOURCE-ADDRESS-2"]);
    const names = written("vyos", input).placeholders.map(({ name }) => name);
    expect(names).toContain("REPLACE-SOURCE-ADDRESS-2");
  });
});

function localAddresses(input: PeerConfigInput) {
  const { text } = written("vyos", input);
  return [...text.matchAll(/local-address '(\S+)'/g)].map(([, one]) => one);
}

function written(vendor: Vendor, input: PeerConfigInput) {
  const config = peerConfigOf(vendor, input);
  if (config.kind === "refused") throw new Error(JSON.stringify(config.refusals));
  return { ...config, text: config.files[0]?.text ?? "" };
}

function caseOf(name: string): PeerConfigInput {
  const found = CASES[name];
  if (found === undefined) throw new Error(`no case ${name}`);
  return found;
}
