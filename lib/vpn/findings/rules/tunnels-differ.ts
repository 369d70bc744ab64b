import type { Evidence } from "@/lib/vpn/findings/finding";
import { bgpInUse } from "@/lib/vpn/findings/bgp";
import { DUAL_TUNNEL_CONNECTIONS } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";
import { IKE_FIELDS, valueOfField } from "@/lib/vpn/findings/ike-fields";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** Name of a field as it is told, where it stands, and its value; null for one that is not known. */
type Compared = [name: string, field: string, valueOf: (tunnel: VpnTunnel) => string | null];

const COMPARED: Compared[] = [
  ...IKE_FIELDS.map((name): Compared => [
    name,
    `ikeConfig.${name}`,
    (tunnel) => valueOfField(tunnel, name),
  ]),
  ...(["ipsecEncAlg", "ipsecAuthAlg", "ipsecPfs", "ipsecLifetime"] as const).map(
    (name): Compared => [
      name,
      `ipsecConfig.${name}`,
      ({ ipsecConfig }) => textOf(ipsecConfig[name]),
    ],
  ),
  ["enableDpd", "enableDpd", ({ enableDpd }) => textOf(enableDpd)],
  [
    "enableNatTraversal",
    "enableNatTraversal",
    ({ enableNatTraversal }) => textOf(enableNatTraversal),
  ],
];

/** What must be the same for a switch between tunnels to change nothing; addresses, keys and the like differ. */
export const tunnelsDifferRule: Rule = {
  id: "tunnels-differ",
  references: [DUAL_TUNNEL_CONNECTIONS],
  inConnection(connection) {
    const different = differencesOf(connection);
    if (different.length === 0) return [];
    const fields = different.map(({ name }) => name).join(", ");
    const evidence = different.map(({ field, value }) => ({ field, value }));
    return [{ tunnel: null, severity: "medium", evidence, values: { fields } }];
  },
};

function differencesOf(connection: VpnConnection): (Evidence & { name: string })[] {
  const { tunnels } = connection;
  if (tunnels.length < 2) return [];
  const all = [
    ...COMPARED.map(([name, field, valueOf]) => ({ name, field, values: tunnels.map(valueOf) })),
    {
      name: "bgpConfig",
      field: "bgpConfig.enableBgp",
      values: tunnels.map((tunnel) => String(bgpInUse(connection, tunnel) !== null)),
    },
  ];
  return all.flatMap(({ name, field, values }) => {
    const known = new Set(values.filter((value) => value !== null));
    return known.size < 2 ? [] : [{ name, field, value: [...known].join(" / ") }];
  });
}

function textOf(value: string | number | boolean | null): string | null {
  return value === null ? null : String(value).trim().toLowerCase();
}
