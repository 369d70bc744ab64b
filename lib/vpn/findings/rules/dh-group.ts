import type { RuleId, Severity } from "@/lib/vpn/findings/finding";
import { disaVpn, rfc } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";
import { inPhases } from "@/lib/vpn/findings/tunnels";

const FIELDS = { ike: "ikePfs", ipsec: "ipsecPfs" } as const;

/** A switch comes in any of these words. */
const OFF = new Set<string | null>(["disabled", "disable", "false"]);

/** Weak Diffie-Hellman groups, in phase 1 and as the PFS group of phase 2, and no PFS at all. */
export const dhGroupRules: Rule[] = [
  ruleFor("dh-group-1", "group1", "critical"),
  ruleFor("dh-group-2", "group2", "high"),
  ruleFor("dh-group-5", "group5", "high"),
  ruleFor("dh-group-24", "group24", "high"),
  {
    id: "pfs-disabled",
    references: [disaVpn("V-207244")],
    inTunnel({ tunnel: { ipsecConfig }, words }) {
      if (!OFF.has(words.ipsecPfs)) return null;
      const evidence = [{ field: "ipsecConfig.ipsecPfs", value: ipsecConfig.ipsecPfs ?? "" }];
      return { severity: "high", evidence };
    },
  },
];

function ruleFor(id: RuleId, group: string, severity: Severity): Rule {
  return {
    id,
    references: [rfc(8247, "2.4")],
    inTunnel: (seen) => inPhases(seen, FIELDS, group, severity),
  };
}
