import * as fc from "fast-check";
import type { PeerConfigInput } from "@/lib/vpn/peer-config/input";
import { bgp, inputOf, settled } from "@/lib/vpn/testing/peer-config/inputs";
import type { VpnTunnel } from "@/lib/vpn/types";

/** Connections as the API sends them, with every setting that a tunnel can be brought up with. */

const octet = fc.integer({ min: 1, max: 254 });
const publicIp = fc.tuple(octet, octet, octet).map(([a, b, c]) => `47.${a}.${b}.${c}`);
const fqdn = fc.tuple(octet, octet).map(([a, b]) => `site-${a}.office-${b}.example`);
const email = octet.map((a) => `vpn-${a}@office.example`);
const identity = fc.oneof(fc.constant(null), publicIp, fqdn, email);
const lifetime = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 86_400 }));

/** Of IPv4, with its host bits cleared. */
const cidr = fc
  .tuple(fc.integer({ min: 0x0a000000, max: 0xdfffffff }), fc.integer({ min: 1, max: 32 }))
  .map(([address, length]) => {
    const cleared = length === 32 ? address : address - (address % 2 ** (32 - length));
    const octets = [24, 16, 8, 0].map((shift) => Math.floor(cleared / 2 ** shift) % 256);
    return `${octets.join(".")}/${length}`;
  });

const cidrsOf = (maxLength: number) => fc.uniqueArray(cidr, { minLength: 1, maxLength });

const ofTunnel = fc.record({
  ikeVersion: fc.constantFrom("ikev1", "ikev2"),
  ikeMode: fc.constantFrom("main", "aggressive"),
  ikeEncAlg: fc.constantFrom("des", "3des", "aes", "aes192", "aes256"),
  ikeAuthAlg: fc.constantFrom("md5", "sha1", "sha256", "sha384", "sha512"),
  ikePfs: fc.constantFrom("group1", "group2", "group5", "group14", "group24"),
  ikeLifetime: lifetime,
  localId: identity,
  remoteId: identity,
  ipsecEncAlg: fc.constantFrom("des", "3des", "aes", "aes192", "aes256"),
  ipsecAuthAlg: fc.constantFrom("md5", "sha1", "sha256", "sha384", "sha512"),
  ipsecPfs: fc.constantFrom("disabled", "group1", "group2", "group5", "group14", "group24"),
  ipsecLifetime: lifetime,
  enableDpd: fc.boolean(),
  internetIp: publicIp,
  peerAsn: fc.integer({ min: 64_512, max: 64_515 }),
  hasKey: fc.boolean(),
});

type TunnelChoice = typeof ofTunnel extends fc.Arbitrary<infer Choice> ? Choice : never;

function tunnelOf(choice: TunnelChoice, index: number, hasBgp: boolean): VpnTunnel {
  const { enableDpd, internetIp, peerAsn, hasKey, ...configs } = choice;
  const { ipsecEncAlg, ipsecAuthAlg, ipsecPfs, ipsecLifetime, ...ike } = configs;
  const session = bgp(index + 10, { peerAsn, authKey: { configured: hasKey } });
  return settled({
    ike,
    ipsec: { ipsecEncAlg, ipsecAuthAlg, ipsecPfs, ipsecLifetime },
    more: { internetIp, enableDpd, bgpConfig: hasBgp ? session : null },
  });
}

export const generatedInput: fc.Arbitrary<PeerConfigInput> = fc
  .record({
    tunnels: fc.array(ofTunnel, { minLength: 1, maxLength: 2 }),
    isSecondActive: fc.boolean(),
    isEverything: fc.boolean(),
    hasBgp: fc.boolean(),
    hasIpv6: fc.boolean(),
    localSubnets: cidrsOf(3),
    remoteSubnets: cidrsOf(3),
  })
  .map((choice) => {
    const { isEverything, hasIpv6, isSecondActive } = choice;
    const hasIkev1 = choice.tunnels.some(({ ikeVersion }) => ikeVersion === "ikev1");
    const tunnels = choice.tunnels.map((one, index): VpnTunnel => {
      const role = (index === 1) === isSecondActive ? "master" : "slave";
      return { ...tunnelOf(one, index, choice.hasBgp && isEverything), role };
    });
    const subnets = (cidrs: string[], ipv6: string) => {
      if (isEverything) return ["0.0.0.0/0"];
      return hasIkev1 ? cidrs.slice(0, 1) : [...cidrs, ...(hasIpv6 ? [ipv6] : [])];
    };
    return inputOf(tunnels, {
      localSubnets: subnets(choice.localSubnets, "fd00:a::/64"),
      remoteSubnets: subnets(choice.remoteSubnets, "fd00:b::/48"),
    });
  });
