import { TROUBLESHOOTING } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";
import { inEachTunnel } from "@/lib/vpn/findings/tunnels";

export const dpdOffRule: Rule = {
  id: "dpd-off",
  references: [TROUBLESHOOTING],
  inConnection: (connection) =>
    inEachTunnel(connection, ({ enableDpd }) =>
      enableDpd === false
        ? { severity: "low", evidence: [{ field: "enableDpd", value: "false" }] }
        : null,
    ),
};
