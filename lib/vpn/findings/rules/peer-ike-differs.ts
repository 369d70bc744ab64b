import { byVpnGateway, evidenceOfOthers } from "@/lib/vpn/findings/groups";
import { IKE_FIELDS, type IkeField, valueOfField } from "@/lib/vpn/findings/ike-fields";
import { onConnection } from "@/lib/vpn/findings/on-connection";
import { NOTHING } from "@/lib/vpn/findings/portions";
import { TROUBLESHOOTING } from "@/lib/vpn/findings/references";
import type { Portions, Rule } from "@/lib/vpn/findings/rule";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** A connection's tunnels to one customer gateway. */
type Member = { connection: VpnConnection; tunnels: VpnTunnel[] };

/** Alibaba asks for one IKE configuration in all connections of a gateway to one customer gateway. */
export const peerIkeDiffersRule: Rule = {
  id: "peer-ike-differs",
  isOfSeveral: true,
  references: [TROUBLESHOOTING],
  *inRegion(region) {
    for (const connections of byVpnGateway(region)) {
      for (const customerGatewayId of sharedPeersOf(connections)) {
        yield* findingsOf(customerGatewayId, membersOf(connections, customerGatewayId));
      }
      yield NOTHING;
    }
  },
};

/** The customer gateways at which several of these connections end. */
function sharedPeersOf(connections: VpnConnection[]): Set<string> {
  const first = new Map<string, VpnConnection>();
  const shared = new Set<string>();
  for (const connection of connections) {
    for (const { customerGatewayId } of connection.tunnels) {
      if (customerGatewayId === null) continue;
      const other = first.get(customerGatewayId);
      if (other === undefined) first.set(customerGatewayId, connection);
      else if (other !== connection) shared.add(customerGatewayId);
    }
  }
  return shared;
}

function membersOf(connections: VpnConnection[], customerGatewayId: string): Member[] {
  return connections.flatMap((connection) => {
    const tunnels = connection.tunnels.filter((one) => one.customerGatewayId === customerGatewayId);
    return tunnels.length === 0 ? [] : [{ connection, tunnels }];
  });
}

function* findingsOf(customerGatewayId: string, members: Member[]): Portions {
  const different = IKE_FIELDS.filter((field) => differs(members, field));
  if (different.length === 0) return;
  const connections = members.map(({ connection }) => connection);
  for (const member of members) {
    const own = different.flatMap((field) => {
      const value = commonValueOf(member, field);
      return value === null ? [] : [{ field: `ikeConfig.${field}`, value: String(value) }];
    });
    // One of which none of these values is known is not told to differ.
    if (own.length === 0) continue;
    const finding = onConnection("peer-ike-differs", member.connection, {
      severity: "medium",
      evidence: [...own, ...evidenceOfOthers(connections, member.connection)],
      values: {
        customerGatewayId,
        fields: own.map(({ field }) => field).join(","),
        count: members.length - 1,
      },
    });
    yield [finding];
  }
}

function differs(members: Member[], field: IkeField): boolean {
  const values = members.map((member) => commonValueOf(member, field));
  return new Set(values.filter((value) => value !== null)).size > 1;
}

/** Null where the tunnels of the connection differ themselves: that is another finding. */
function commonValueOf({ tunnels }: Member, field: IkeField): string | number | null {
  const values = new Set(
    tunnels.map((tunnel) => valueOfField(tunnel, field)).filter((value) => value !== null),
  );
  const [only = null] = values;
  return values.size === 1 ? only : null;
}
