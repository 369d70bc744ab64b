import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { peerConfigOf } from "@/lib/vpn/peer-config/generate";
import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import { addressText, subnetOf } from "@/lib/vpn/peer-config/addresses";
import { commentText, isSafeEmail, objectName } from "@/lib/vpn/peer-config/safe-text";
import {
  bgp,
  CUSTOMER_GATEWAY,
  EVERYTHING,
  inputOf,
  settledPair,
  VPN_GATEWAY,
} from "@/lib/vpn/testing/peer-config/inputs";
import { VENDORS } from "@/lib/vpn/peer-config/vendors";

/** What ends a line, opens or closes something, or stands for something else in one of the syntaxes. */
const PIECES = [
  "\n",
  "\r\n",
  "\u2028",
  "\u0085",
  "\0",
  "\u001b[2J",
  "\t",
  " ",
  '"',
  "'",
  "`",
  "\\",
  ";",
  "#",
  "!",
  "?",
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  "<",
  ">",
  "|",
  "&",
  "$(reboot)",
  "${IFS}",
  "%any",
  "*/",
  "/*",
  "//",
  "..",
  "secrets {",
  "include /etc/passwd",
  "end\nconfig",
  "exit",
  "REPLACE-PSK-1",
  "REPLACE-",
  "replace-x",
  "\u202e",
  "\ud800",
  "名称",
  "名",
  "0.0.0.0/0",
  "10.0.0.0/8",
  "::",
  "a",
  "-",
  "_",
  ".",
  "@",
  "=",
  ",",
];

const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
);

/** Everything that comes from outside as text. */
const hostileInput = fc.record({
  vpnConnectionId: hostile,
  name: hostile,
  regionId: hostile,
  localId: hostile,
  remoteId: hostile,
  internetIp: hostile,
  gatewayIp: hostile,
  localBgpIp: hostile,
  tunnelCidr: hostile,
  cidr: hostile,
  rule: hostile,
  title: hostile,
  isBgp: fc.boolean(),
});

type Hostile = typeof hostileInput extends fc.Arbitrary<infer Value> ? Value : never;

function inputWith(values: Hostile): PeerConfigInput {
  const { vpnConnectionId, name, regionId, internetIp, gatewayIp, cidr, rule, title } = values;
  const { localId, remoteId, localBgpIp, tunnelCidr, isBgp } = values;
  const session = bgp(1, { localBgpIp, peerBgpIp: localBgpIp, tunnelCidr });
  const tunnels = settledPair({
    ike: { localId, remoteId },
    more: { internetIp, bgpConfig: isBgp ? session : null },
  });
  return {
    ...inputOf(tunnels, {
      vpnConnectionId,
      name,
      regionId,
      // With BGP no other networks are written.
      ...(isBgp ? EVERYTHING : { localSubnets: [cidr], remoteSubnets: [cidr] }),
    }),
    customerGateways: [{ ...CUSTOMER_GATEWAY, ipAddress: gatewayIp }],
    vpnGateway: { ...VPN_GATEWAY, internetIp, disasterRecoveryInternetIp: internetIp },
    findings: [{ rule, severity: "high", title }],
  };
}

const addressOrNone = (text: string) => (addressText(text) === null ? "" : text);

function plainIdentity(text: string): string {
  const id = text.trim();
  return id === "" || addressText(id) !== null || isSafeEmail(id) ? text : "plain.example";
}

/** The same with what makes no sense left out, and what is text replaced: no value has to be kept in its place. */
function tame(values: Hostile): Hostile {
  return {
    ...values,
    vpnConnectionId: "vco-1",
    name: "works",
    regionId: "cn-hangzhou",
    rule: "rule",
    title: "title",
    localId: plainIdentity(values.localId),
    remoteId: plainIdentity(values.remoteId),
    internetIp: addressOrNone(values.internetIp),
    gatewayIp: addressOrNone(values.gatewayIp),
    localBgpIp: addressOrNone(values.localBgpIp),
    tunnelCidr: subnetOf(values.tunnelCidr) === null ? "" : values.tunnelCidr,
    cidr: subnetOf(values.cidr) === null ? "" : values.cidr,
  };
}

/** Characters that mean something in one of the syntaxes, in their order. */
const marksOf = (text: string) => text.replaceAll(/[\p{L}\p{M}\p{N} ._:/,+=@%-]/gu, "");

const PLACEHOLDER = /REPLACE-[A-Z0-9-]*[A-Z0-9]/g;

describe.each(VENDORS)("values from outside in a configuration for %s", (vendor) => {
  it("stay in their place: they add no line, no mark and no placeholder", () => {
    fc.assert(
      fc.property(hostileInput, (values) => {
        const config = peerConfigOf(vendor, inputWith(values));
        const plain = peerConfigOf(vendor, inputWith(tame(values)));
        expect(config.kind).toBe(plain.kind);
        if (config.kind === "refused" || plain.kind === "refused") return;
        for (const [index, { name, text }] of config.files.entries()) {
          const expected = plain.files[index]?.text ?? "";
          expect(name).toMatch(/^[a-z][a-z0-9.-]*$/);
          // Marks hold the line feeds, too.
          expect(marksOf(text)).toBe(marksOf(expected));
          expect(text.match(/REPLACE-PSK-\d/g)).toEqual(expected.match(/REPLACE-PSK-\d/g));
        }
        const text = config.files.map((file) => file.text).join("\n");
        const listed = config.placeholders.map(({ name }) => name);
        expect(new Set(text.match(PLACEHOLDER))).toEqual(new Set(listed));
        expect(
          listed.filter((one) => listed.some((other) => other !== one && other.startsWith(one))),
        ).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("text for comments and names", () => {
  it("keeps letters of any script, and nothing that could end a comment", () => {
    expect(commentText("杭州-Büro 1 (new)")).toBe("杭州-Büro 1 _new_");
    expect(commentText("a\r\nb\u2028c$(reboot)`x`?")).toBe("a__b_c__reboot__x__");
    expect(commentText("REPLACE-PSK-1 replace-x")).toBe("REPLACE_PSK-1 REPLACE_x");
    expect(commentText("x".repeat(500))).toHaveLength(128);
  });

  it("names objects by the end of an id", () => {
    expect(objectName("vco-bp1ABC")).toBe("vco-bp1abc");
    expect(objectName("vco-bp1abcdefgh", 8)).toBe("abcdefgh");
    expect(objectName("vco-123", 3)).toBe("vpn");
    expect(objectName("\n;$(x)")).toBe("x");
    expect(objectName("..")).toBe("vpn");
  });
});
