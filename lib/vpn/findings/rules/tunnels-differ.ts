import type { Evidence } from "@/lib/vpn/findings/finding";
import { DUAL_TUNNEL_CONNECTIONS } from "@/lib/vpn/findings/references";
import type { Rule, SeenTunnel } from "@/lib/vpn/findings/rule";

type Value = string | number | boolean | null;

/** Where a field stands, and its value; null for one that is not known. */
type Compared = { field: string; valueOf: (seen: SeenTunnel) => Value };

const COMPARED: Compared[] = [
  { field: "ikeConfig.ikeVersion", valueOf: ({ words }) => words.ikeVersion },
  { field: "ikeConfig.ikeMode", valueOf: ({ words }) => words.ikeMode },
  { field: "ikeConfig.ikeEncAlg", valueOf: ({ words }) => words.ikeEncAlg },
  { field: "ikeConfig.ikeAuthAlg", valueOf: ({ words }) => words.ikeAuthAlg },
  { field: "ikeConfig.ikePfs", valueOf: ({ words }) => words.ikePfs },
  { field: "ikeConfig.ikeLifetime", valueOf: ({ tunnel }) => tunnel.ikeConfig.ikeLifetime },
  { field: "ipsecConfig.ipsecEncAlg", valueOf: ({ words }) => words.ipsecEncAlg },
  { field: "ipsecConfig.ipsecAuthAlg", valueOf: ({ words }) => words.ipsecAuthAlg },
  { field: "ipsecConfig.ipsecPfs", valueOf: ({ words }) => words.ipsecPfs },
  { field: "ipsecConfig.ipsecLifetime", valueOf: ({ tunnel }) => tunnel.ipsecConfig.ipsecLifetime },
  { field: "enableDpd", valueOf: ({ tunnel }) => tunnel.enableDpd },
  { field: "enableNatTraversal", valueOf: ({ tunnel }) => tunnel.enableNatTraversal },
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
  const different: Evidence[] = [];
  if (tunnels.length < 2) return different;
  for (const { field, valueOf } of COMPARED) {
    // Hardly any differ: more than that is looked at only then.
    if (areEqual(tunnels, valueOf)) continue;
    const known = new Set(tunnels.map(valueOf).filter((one) => one !== null));
    if (known.size > 1) different.push({ field, value: [...known].join(" / ") });
  }
  const withBgp = tunnels.filter(({ bgp }) => bgp !== null).length;
  if (withBgp > 0 && withBgp < tunnels.length) {
    different.push({ field: "bgpConfig.enableBgp", value: "true / false" });
  }
  return different;
}

function areEqual(tunnels: readonly SeenTunnel[], valueOf: Compared["valueOf"]): boolean {
  const [first] = tunnels;
  if (first === undefined) return true;
  const value = valueOf(first);
  for (const tunnel of tunnels) {
    if (valueOf(tunnel) !== value) return false;
  }
  return true;
}
