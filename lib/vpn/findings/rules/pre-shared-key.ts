import type { Severity } from "@/lib/vpn/findings/finding";
import { rfc, STRONGSWAN_RECOMMENDATIONS } from "@/lib/vpn/findings/references";
import type { KeyFacts, Rule, RuleFinding } from "@/lib/vpn/findings/rule";

const REFERENCES = [rfc(7296, "2.15"), STRONGSWAN_RECOMMENDATIONS];

const OF_LENGTH: Record<KeyFacts["length"], RuleFinding | null> = {
  under12: shorterThan(12, "high"),
  under20: shorterThan(20, "medium"),
  long: null,
};

const TRIVIAL: RuleFinding = {
  severity: "critical",
  evidence: [{ field: "ikeConfig.psk", value: "configured" }],
};

/** What a pre-shared key is like, told before it was dropped. Nothing is told of it but its class. */
export const preSharedKeyRules: Rule[] = [
  {
    id: "psk-short",
    references: REFERENCES,
    inTunnel: ({ keyFacts }) => (keyFacts === null ? null : OF_LENGTH[keyFacts.length]),
  },
  {
    id: "psk-trivial",
    references: REFERENCES,
    inTunnel: ({ keyFacts }) => (keyFacts?.isTrivial === true ? TRIVIAL : null),
  },
];

function shorterThan(limit: number, severity: Severity): RuleFinding {
  return {
    severity,
    evidence: [{ field: "ikeConfig.psk", value: `< ${limit}` }],
    values: { limit },
  };
}
