import { TROUBLESHOOTING } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";

export const dpdOffRule: Rule = {
  id: "dpd-off",
  references: [TROUBLESHOOTING],
  inTunnel: ({ enableDpd }) =>
    enableDpd === false
      ? { severity: "low", evidence: [{ field: "enableDpd", value: "false" }] }
      : null,
};
