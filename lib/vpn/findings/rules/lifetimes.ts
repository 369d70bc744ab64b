import { CONNECTIONS_FAQ, disaVpn } from "@/lib/vpn/findings/references";
import type { Rule, RuleFinding } from "@/lib/vpn/findings/rule";

/** Seconds: 8 hours. */
const LONGEST = 28_800;

/** Lifetimes of SAs, in seconds. */
export const lifetimeRules: Rule[] = [
  {
    id: "ike-lifetime-long",
    references: [disaVpn("V-207238")],
    inTunnel: ({ tunnel: { ikeConfig } }) =>
      tooLong("ikeConfig.ikeLifetime", ikeConfig.ikeLifetime),
  },
  {
    id: "ipsec-lifetime-long",
    references: [disaVpn("V-207237")],
    inTunnel: ({ tunnel: { ipsecConfig } }) =>
      tooLong("ipsecConfig.ipsecLifetime", ipsecConfig.ipsecLifetime),
  },
  {
    id: "ipsec-lifetime-not-shorter",
    references: [CONNECTIONS_FAQ],
    inTunnel({ tunnel }) {
      const { ikeLifetime } = tunnel.ikeConfig;
      const { ipsecLifetime } = tunnel.ipsecConfig;
      if (ikeLifetime === null || ipsecLifetime === null) return null;
      if (ikeLifetime <= 0 || ipsecLifetime < ikeLifetime) return null;
      return {
        severity: "info",
        evidence: [
          { field: "ikeConfig.ikeLifetime", value: String(ikeLifetime) },
          { field: "ipsecConfig.ipsecLifetime", value: String(ipsecLifetime) },
        ],
        values: { ikeSeconds: ikeLifetime, ipsecSeconds: ipsecLifetime },
      };
    },
  },
];

function tooLong(field: string, seconds: number | null): RuleFinding | null {
  if (seconds === null || seconds <= LONGEST) return null;
  const evidence = [{ field, value: String(seconds) }];
  const hours = Math.round(seconds / 360) / 10;
  // "28,801 s (8 h), at most 8 h" would contradict itself.
  return {
    severity: "low",
    evidence,
    values: { seconds, hours: hours * 3600 === LONGEST ? 0 : hours },
  };
}
