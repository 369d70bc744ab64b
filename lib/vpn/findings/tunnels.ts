import { bgpInUse } from "@/lib/vpn/findings/bgp";
import type { Evidence, Severity } from "@/lib/vpn/findings/finding";
import type { KeyFactsOf, RuleFinding, SeenTunnel } from "@/lib/vpn/findings/rule";
import type { VpnConnection } from "@/lib/vpn/types";

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

/** There are few of them, and each is on many tunnels. */
const words = new Map<string, string | null>();
const MOST_WORDS = 1000;

export function seenTunnelsOf(connection: VpnConnection, keyFactsOf: KeyFactsOf): SeenTunnel[] {
  return connection.tunnels.map((tunnel) => {
    const { ikeConfig, ipsecConfig } = tunnel;
    const ikeVersion = wordOf(ikeConfig.ikeVersion);
    const isIkeV1 = ikeVersion === "ikev1";
    const words = {
      ikeVersion,
      ikeMode: isIkeV1 ? wordOf(ikeConfig.ikeMode) : null,
      ikeEncAlg: wordOf(ikeConfig.ikeEncAlg),
      ikeAuthAlg: wordOf(ikeConfig.ikeAuthAlg),
      ikePfs: wordOf(ikeConfig.ikePfs),
      ipsecEncAlg: wordOf(ipsecConfig.ipsecEncAlg),
      ipsecAuthAlg: wordOf(ipsecConfig.ipsecAuthAlg),
      ipsecPfs: wordOf(ipsecConfig.ipsecPfs),
    };
    const keyFacts = keyFactsOf(ikeConfig.psk);
    return { tunnel, connection, isIkeV1, words, keyFacts, bgp: bgpInUse(connection, tunnel) };
  });
}

export type PhaseFields = {
  ike: "ikeEncAlg" | "ikeAuthAlg" | "ikePfs";
  ipsec: "ipsecEncAlg" | "ipsecAuthAlg" | "ipsecPfs";
};

/** A tunnel that has this word in phase 1, in phase 2 or in both; the value `phases` tells which. */
export function inPhases(
  { tunnel: { ikeConfig, ipsecConfig }, words }: SeenTunnel,
  fields: PhaseFields,
  word: string,
  severity: Severity,
): RuleFinding | null {
  const isInIke = words[fields.ike] === word;
  const isInIpsec = words[fields.ipsec] === word;
  if (!isInIke && !isInIpsec) return null;
  const ike = ikeConfig[fields.ike];
  const ipsec = ipsecConfig[fields.ipsec];
  const evidence: Evidence[] = [];
  if (isInIke) evidence.push({ field: `ikeConfig.${fields.ike}`, value: ike ?? "" });
  if (isInIpsec) evidence.push({ field: `ipsecConfig.${fields.ipsec}`, value: ipsec ?? "" });
  const phases = isInIke && isInIpsec ? "both" : isInIke ? "ike" : "ipsec";
  return { severity, evidence, values: { phases } };
}
