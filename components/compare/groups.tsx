import type { Field } from "@/components/fields/field-table";
import { Data } from "@/components/fields/values";
import {
  CONNECTION_FIELDS,
  HEALTH_CHECK_FIELDS,
} from "@/components/vpn-connections/panel/connection-fields";
import type { ConnectionFieldName } from "@/components/vpn-connections/panel/field-words";
import {
  BGP_FIELDS,
  IKE_FIELDS,
  IPSEC_FIELDS,
  TUNNEL_FIELDS,
} from "@/components/vpn-connections/panel/tunnel-fields";
import type { VpnConnection } from "@/lib/vpn/types";

/** Panels need not say how many tunnels there are: they show them. */
type ComparedName = ConnectionFieldName | "tunnelMode";

const TUNNEL_MODE: Field<VpnConnection, ComparedName> = {
  name: "tunnelMode",
  apiName: "TunnelOptionsSpecification",
  show: ({ tunnelMode }) => <Data value={tunnelMode} />,
};

export const CONNECTION_GROUP: Field<VpnConnection, ComparedName>[] = [
  TUNNEL_MODE,
  ...CONNECTION_FIELDS,
];

export const ALL_TUNNEL_GROUPS = [
  { group: "tunnel", fields: TUNNEL_FIELDS },
  { group: "ike", fields: IKE_FIELDS },
  { group: "ipsec", fields: IPSEC_FIELDS },
  { group: "bgp", fields: BGP_FIELDS },
] as const;

/** A field of any group by its name; null for one that no panel shows. */
export function panelNameOf(field: string): ComparedName | null {
  const all = [
    CONNECTION_GROUP,
    HEALTH_CHECK_FIELDS,
    ...ALL_TUNNEL_GROUPS.map((one) => one.fields),
  ];
  for (const fields of all) {
    const known = fields.find(({ name }) => name === field);
    if (known !== undefined) return known.name;
  }
  return null;
}
