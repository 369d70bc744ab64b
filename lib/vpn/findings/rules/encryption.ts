import type { Reference, RuleId, Severity } from "@/lib/vpn/findings/finding";
import type { ConnectionFinding, Rule } from "@/lib/vpn/findings/rule";
import type { VpnConnection } from "@/lib/vpn/types";

const RFC_8247: Reference = {
  title: "RFC 8247, section 2.1",
  url: "https://www.rfc-editor.org/rfc/rfc8247#section-2.1",
};
const RFC_8221: Reference = {
  title: "RFC 8221, section 5",
  url: "https://www.rfc-editor.org/rfc/rfc8221#section-5",
};

/** Ciphers that RFC 8247 (IKE) and RFC 8221 (ESP) tell implementations not to use. */
export const encryptionRules: Rule[] = [
  ruleFor("encryption-des", "des", "critical"),
  ruleFor("encryption-3des", "3des", "high"),
];

function ruleFor(id: RuleId, algorithm: string, severity: Severity): Rule {
  return {
    id,
    references: [RFC_8247, RFC_8221],
    inConnection: (connection) => tunnelsWith(connection, algorithm, severity),
  };
}

function tunnelsWith(
  { tunnels }: VpnConnection,
  algorithm: string,
  severity: Severity,
): ConnectionFinding[] {
  return tunnels.flatMap(({ ikeConfig, ipsecConfig }, index) => {
    const evidence = [
      { field: "ikeConfig.ikeEncAlg", value: ikeConfig.ikeEncAlg ?? "" },
      { field: "ipsecConfig.ipsecEncAlg", value: ipsecConfig.ipsecEncAlg ?? "" },
    ].filter(({ value }) => value.toLowerCase() === algorithm);
    return evidence.length === 0 ? [] : [{ tunnel: index + 1, severity, evidence }];
  });
}
