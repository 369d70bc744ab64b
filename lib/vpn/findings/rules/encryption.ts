import type { RuleId, Severity } from "@/lib/vpn/findings/finding";
import { rfc } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";
import { inPhases } from "@/lib/vpn/findings/tunnels";

const FIELDS = { ike: "ikeEncAlg", ipsec: "ipsecEncAlg" } as const;

/** Ciphers that RFC 8247 (IKE) and RFC 8221 (ESP) tell implementations not to use. */
export const encryptionRules: Rule[] = [
  ruleFor("encryption-des", "des", "critical"),
  ruleFor("encryption-3des", "3des", "high"),
];

function ruleFor(id: RuleId, algorithm: string, severity: Severity): Rule {
  return {
    id,
    references: [rfc(8247, "2.1"), rfc(8221, "5")],
    inTunnel: (seen) => inPhases(seen, FIELDS, algorithm, severity),
  };
}
