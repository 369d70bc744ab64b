import { keptByNumber } from "@/lib/vpn/findings/kept";
import { CONNECTIONS_FAQ, disaVpn } from "@/lib/vpn/findings/references";
import type { Rule, RuleFinding } from "@/lib/vpn/findings/rule";

/** Seconds: 8 hours. */
const LONGEST = 28_800;

const longIke = keptByNumber((seconds) => tooLong("ikeConfig.ikeLifetime", seconds));
const longIpsec = keptByNumber((seconds) => tooLong("ipsecConfig.ipsecLifetime", seconds));
const notShorter = keptByNumber((ikeSeconds) =>
  keptByNumber((ipsecSeconds) => tooLittleDifference(ikeSeconds, ipsecSeconds)),
);

/** Lifetimes of SAs, in seconds. */
export const lifetimeRules: Rule[] = [
  {
    id: "ike-lifetime-long",
    references: [disaVpn("V-207238")],
    inTunnel({ tunnel }) {
      const { ikeLifetime } = tunnel.ikeConfig;
      return ikeLifetime === null || ikeLifetime <= LONGEST ? null : longIke(ikeLifetime);
    },
  },
  {
    id: "ipsec-lifetime-long",
    references: [disaVpn("V-207237")],
    inTunnel({ tunnel }) {
      const { ipsecLifetime } = tunnel.ipsecConfig;
      return ipsecLifetime === null || ipsecLifetime <= LONGEST ? null : longIpsec(ipsecLifetime);
    },
  },
  {
    id: "ipsec-lifetime-not-shorter",
    references: [CONNECTIONS_FAQ],
    inTunnel({ tunnel }) {
      const { ikeLifetime } = tunnel.ikeConfig;
      const { ipsecLifetime } = tunnel.ipsecConfig;
      if (ikeLifetime === null || ipsecLifetime === null) return null;
      if (ikeLifetime <= 0 || ipsecLifetime < ikeLifetime) return null;
      return notShorter(ikeLifetime)(ipsecLifetime);
    },
  },
];

function tooLong(field: string, seconds: number): RuleFinding {
  const hours = Math.round(seconds / 360) / 10;
  // "28,801 s (8 h), at most 8 h" would contradict itself.
  return {
    severity: "low",
    evidence: [{ field, value: String(seconds) }],
    values: { seconds, hours: hours * 3600 === LONGEST ? 0 : hours },
  };
}

function tooLittleDifference(ikeSeconds: number, ipsecSeconds: number): RuleFinding {
  return {
    severity: "info",
    evidence: [
      { field: "ikeConfig.ikeLifetime", value: String(ikeSeconds) },
      { field: "ipsecConfig.ipsecLifetime", value: String(ipsecSeconds) },
    ],
    values: { ikeSeconds, ipsecSeconds },
  };
}
