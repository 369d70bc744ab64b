import { CONNECTIONS_FAQ, rfc } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";
import { wordOf } from "@/lib/vpn/findings/tunnels";
import { tunnelCondition } from "@/lib/vpn/status";

/** The documented word is `false`; other answers spell two-valued words so. */
const DOWN = new Set<string | null>(["false", "disable", "disabled", "0"]);

export const bgpSessionRules: Rule[] = [
  {
    id: "bgp-down",
    references: [CONNECTIONS_FAQ],
    inTunnel({ tunnel, bgp }) {
      const status = bgp?.status ?? null;
      if (status === null || !DOWN.has(wordOf(status))) return null;
      if (tunnelCondition(tunnel) !== "up") return null;
      return { severity: "high", evidence: [{ field: "bgpConfig.status", value: status }] };
    },
  },
  {
    id: "bgp-same-asn",
    references: [rfc(4271)],
    inTunnel({ bgp }) {
      if (bgp === null || bgp.localAsn === null || bgp.localAsn !== bgp.peerAsn) return null;
      const { localAsn, peerAsn } = bgp;
      return {
        severity: "low",
        evidence: [
          { field: "bgpConfig.localAsn", value: String(localAsn) },
          { field: "bgpConfig.peerAsn", value: String(peerAsn) },
        ],
        values: { asn: String(localAsn) },
      };
    },
  },
];
