import { rfc, STRONGSWAN_RECOMMENDATIONS } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";

const REFERENCES = [rfc(7296, "2.15"), STRONGSWAN_RECOMMENDATIONS];

/** What a pre-shared key is like, told before it was dropped. Nothing is told of it but its class. */
export const preSharedKeyRules: Rule[] = [
  {
    id: "psk-short",
    references: REFERENCES,
    inTunnel({ ikeConfig: { psk } }, _connection, keyFactsOf) {
      const length = keyFactsOf(psk)?.length ?? "long";
      if (length === "long") return null;
      const limit = length === "under12" ? 12 : 20;
      return {
        severity: length === "under12" ? "high" : "medium",
        evidence: [{ field: "ikeConfig.psk", value: `< ${limit}` }],
        values: { limit },
      };
    },
  },
  {
    id: "psk-trivial",
    references: REFERENCES,
    inTunnel: ({ ikeConfig: { psk } }, _connection, keyFactsOf) =>
      keyFactsOf(psk)?.isTrivial === true
        ? { severity: "critical", evidence: [{ field: "ikeConfig.psk", value: "configured" }] }
        : null,
  },
];
