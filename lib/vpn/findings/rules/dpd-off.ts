import { TROUBLESHOOTING } from "@/lib/vpn/findings/references";
import type { Rule, RuleFinding } from "@/lib/vpn/findings/rule";

const OFF: RuleFinding = {
  severity: "low",
  evidence: [{ field: "enableDpd", value: "false" }],
};

export const dpdOffRule: Rule = {
  id: "dpd-off",
  references: [TROUBLESHOOTING],
  inTunnel: ({ tunnel }) => (tunnel.enableDpd === false ? OFF : null),
};
