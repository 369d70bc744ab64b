import type { Evidence, Severity } from "@/lib/vpn/findings/finding";
import type { ConnectionFinding } from "@/lib/vpn/findings/rule";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** What a tunnel has against a rule; null where it has nothing. */
export type TunnelFinding = Omit<ConnectionFinding, "tunnel"> | null;

/** Applies a check to each tunnel: what the connection itself has may be empty or old. */
export function inEachTunnel(
  { tunnels }: VpnConnection,
  check: (tunnel: VpnTunnel) => TunnelFinding,
): ConnectionFinding[] {
  const found: ConnectionFinding[] = [];
  for (const [index, tunnel] of tunnels.entries()) {
    const finding = check(tunnel);
    if (finding !== null) found.push({ tunnel: index + 1, ...finding });
  }
  return found;
}

/** The API spells its words in any case; null where there is none. */
export function wordOf(text: string | null): string | null {
  const word = text?.trim().toLowerCase() ?? "";
  return word === "" ? null : word;
}

export function isIkeV1({ ikeConfig }: VpnTunnel): boolean {
  return wordOf(ikeConfig.ikeVersion) === "ikev1";
}

export type PhaseFields = {
  ike: "ikeEncAlg" | "ikeAuthAlg" | "ikePfs";
  ipsec: "ipsecEncAlg" | "ipsecAuthAlg" | "ipsecPfs";
};

/** A tunnel that has this word in phase 1, in phase 2 or in both; the value `phases` tells which. */
export function inPhases(
  { ikeConfig, ipsecConfig }: VpnTunnel,
  fields: PhaseFields,
  word: string,
  severity: Severity,
): TunnelFinding {
  const ike = ikeConfig[fields.ike];
  const ipsec = ipsecConfig[fields.ipsec];
  const evidence: Evidence[] = [];
  if (ike !== null && wordOf(ike) === word) {
    evidence.push({ field: `ikeConfig.${fields.ike}`, value: ike });
  }
  const inIke = evidence.length > 0;
  if (ipsec !== null && wordOf(ipsec) === word) {
    evidence.push({ field: `ipsecConfig.${fields.ipsec}`, value: ipsec });
  }
  if (evidence.length === 0) return null;
  const phases = evidence.length === 2 ? "both" : inIke ? "ike" : "ipsec";
  return { severity, evidence, values: { phases } };
}
