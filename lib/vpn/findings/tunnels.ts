import type { Evidence, Severity } from "@/lib/vpn/findings/finding";
import type { RuleFinding } from "@/lib/vpn/findings/rule";
import type { VpnTunnel } from "@/lib/vpn/types";

/** The API spells its words in any case; null where there is none. */
export function wordOf(text: string | null): string | null {
  if (text === null) return null;
  const known = words.get(text);
  if (known !== undefined) return known;
  const trimmed = text.trim().toLowerCase();
  const word = trimmed === "" ? null : trimmed;
  if (words.size === MOST_WORDS) words.clear();
  words.set(text, word);
  return word;
}

/** There are few of them, and each is asked for by many rules on every tunnel. */
const words = new Map<string, string | null>();
const MOST_WORDS = 1000;

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
): RuleFinding | null {
  const ike = ikeConfig[fields.ike];
  const ipsec = ipsecConfig[fields.ipsec];
  const isInIke = wordOf(ike) === word;
  const isInIpsec = wordOf(ipsec) === word;
  if (!isInIke && !isInIpsec) return null;
  const evidence: Evidence[] = [];
  if (isInIke) evidence.push({ field: `ikeConfig.${fields.ike}`, value: ike ?? "" });
  if (isInIpsec) evidence.push({ field: `ipsecConfig.${fields.ipsec}`, value: ipsec ?? "" });
  const phases = isInIke && isInIpsec ? "both" : isInIke ? "ike" : "ipsec";
  return { severity, evidence, values: { phases } };
}
