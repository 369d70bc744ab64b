import type { Evidence } from "@/lib/vpn/findings/finding";
import { DUAL_TUNNEL_CONNECTIONS } from "@/lib/vpn/findings/references";
import type { Rule, SeenTunnel } from "@/lib/vpn/findings/rule";

type Value = string | number | boolean | null;

/** Where a field stands, and its value; null for one that is not known. */
type Compared = [field: string, valueOf: (seen: SeenTunnel) => Value];

const COMPARED: Compared[] = [
  ["ikeConfig.ikeVersion", ({ words }) => words.ikeVersion],
  ["ikeConfig.ikeMode", ({ words }) => words.ikeMode],
  ["ikeConfig.ikeEncAlg", ({ words }) => words.ikeEncAlg],
  ["ikeConfig.ikeAuthAlg", ({ words }) => words.ikeAuthAlg],
  ["ikeConfig.ikePfs", ({ words }) => words.ikePfs],
  ["ikeConfig.ikeLifetime", ({ tunnel }) => tunnel.ikeConfig.ikeLifetime],
  ["ipsecConfig.ipsecEncAlg", ({ words }) => words.ipsecEncAlg],
  ["ipsecConfig.ipsecAuthAlg", ({ words }) => words.ipsecAuthAlg],
  ["ipsecConfig.ipsecPfs", ({ words }) => words.ipsecPfs],
  ["ipsecConfig.ipsecLifetime", ({ tunnel }) => tunnel.ipsecConfig.ipsecLifetime],
  ["enableDpd", ({ tunnel }) => tunnel.enableDpd],
  ["enableNatTraversal", ({ tunnel }) => tunnel.enableNatTraversal],
];

/** What must be the same for a switch between tunnels to change nothing; addresses, keys and the like differ. */
export const tunnelsDifferRule: Rule = {
  id: "tunnels-differ",
  references: [DUAL_TUNNEL_CONNECTIONS],
  inConnection(_connection, tunnels) {
    const different = differencesOf(tunnels);
    if (different.length === 0) return null;
    const fields = different.map(({ field }) => field).join(",");
    return { severity: "medium", evidence: different, values: { fields } };
  },
};

function differencesOf(tunnels: readonly SeenTunnel[]): Evidence[] {
  const [first] = tunnels;
  const different: Evidence[] = [];
  if (first === undefined || tunnels.length === 1) return different;
  for (const [field, valueOf] of COMPARED) {
    // Hardly any differ: more than that is looked at only then.
    const value = valueOf(first);
    if (tunnels.every((tunnel) => valueOf(tunnel) === value)) continue;
    const known = new Set(tunnels.map(valueOf).filter((one) => one !== null));
    if (known.size > 1) different.push({ field, value: [...known].join(" / ") });
  }
  const withBgp = tunnels.filter(({ bgp }) => bgp !== null).length;
  if (withBgp > 0 && withBgp < tunnels.length) {
    different.push({ field: "bgpConfig.enableBgp", value: "true / false" });
  }
  return different;
}
