import type { Evidence } from "@/lib/vpn/findings/finding";
import { bgpInUse } from "@/lib/vpn/findings/bgp";
import { DUAL_TUNNEL_CONNECTIONS } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";
import { IKE_FIELDS, valueOfField } from "@/lib/vpn/findings/ike-fields";
import { wordOf } from "@/lib/vpn/findings/tunnels";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

type Value = string | number | boolean | null;

/** Where a field stands, and its value; null for one that is not known. */
type Compared = [field: string, valueOf: (tunnel: VpnTunnel) => Value];

const COMPARED: Compared[] = [
  ...IKE_FIELDS.map((name): Compared => [
    `ikeConfig.${name}`,
    (tunnel) => valueOfField(tunnel, name),
  ]),
  ...(["ipsecEncAlg", "ipsecAuthAlg", "ipsecPfs", "ipsecLifetime"] as const).map(
    (name): Compared => [`ipsecConfig.${name}`, ({ ipsecConfig }) => comparable(ipsecConfig[name])],
  ),
  ["enableDpd", ({ enableDpd }) => comparable(enableDpd)],
  ["enableNatTraversal", ({ enableNatTraversal }) => comparable(enableNatTraversal)],
];

/** What must be the same for a switch between tunnels to change nothing; addresses, keys and the like differ. */
export const tunnelsDifferRule: Rule = {
  id: "tunnels-differ",
  references: [DUAL_TUNNEL_CONNECTIONS],
  inConnection(connection) {
    const different = differencesOf(connection);
    if (different.length === 0) return null;
    const fields = different.map(({ field }) => field).join(",");
    return { severity: "medium", evidence: different, values: { fields } };
  },
};

function differencesOf(connection: VpnConnection): Evidence[] {
  const { tunnels } = connection;
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
  const withBgp = tunnels.filter((tunnel) => bgpInUse(connection, tunnel) !== null).length;
  if (withBgp > 0 && withBgp < tunnels.length) {
    different.push({ field: "bgpConfig.enableBgp", value: "true / false" });
  }
  return different;
}

function comparable(value: Value): Value {
  return typeof value === "string" ? wordOf(value) : value;
}
