import type { RuleId, Severity } from "@/lib/vpn/findings/finding";
import { rfc } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";
import { inPhases } from "@/lib/vpn/findings/tunnels";

const FIELDS = { ike: "ikeAuthAlg", ipsec: "ipsecAuthAlg" } as const;

/** Hashes that RFC 8247 (IKE) and RFC 8221 (ESP) have given up, or expect to. */
export const integrityRules: Rule[] = [
  ruleFor("integrity-md5", "md5", "critical"),
  ruleFor("integrity-sha1", "sha1", "medium"),
];

function ruleFor(id: RuleId, algorithm: string, severity: Severity): Rule {
  return {
    id,
    references: [rfc(8247, "2.2"), rfc(8247, "2.3"), rfc(8221, "6")],
    inTunnel: (seen) => inPhases(seen, FIELDS, algorithm, severity),
  };
}
