import "server-only";
import { type Expression, type ExpressionBuilder, type Kysely, sql, type SqlBool } from "kysely";
import type { User } from "@/lib/server/auth/user";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { ofGateway, visibleTo } from "@/lib/server/history/visible-to";
import type { EventParameters } from "@/lib/vpn/events";

/** Rows that a question is about and the user may see, whatever their kind. */
export function isAsked(parameters: EventParameters, user: User) {
  const { regionId, vpnConnectionId, vpnGatewayId, customerGatewayId } = parameters;
  const { since, until } = parameters;
  const isVisible = visibleTo(user);
  return (where: ExpressionBuilder<Schema, "events">): Expression<SqlBool> =>
    where.and([
      where("events.account", "=", ACCOUNT),
      isVisible(where),
      ...(regionId === null ? [] : [where("events.region_id", "=", regionId)]),
      ...(vpnConnectionId === null
        ? []
        : [where("events.vpn_connection_id", "=", vpnConnectionId)]),
      ...(vpnGatewayId === null ? [] : [isOfVpnGateway(where, vpnGatewayId)]),
      ...(customerGatewayId === null ? [] : [ofGateway(where, customerGatewayId)]),
      ...(since === null ? [] : [where("events.at", ">=", since)]),
      ...(until === null ? [] : [where("events.at", "<", until)]),
    ]);
}

/** Of the gateway itself, or of its connections. */
function isOfVpnGateway(
  where: ExpressionBuilder<Schema, "events">,
  vpnGatewayId: string,
): Expression<SqlBool> {
  return where.or([
    where("events.vpn_gateway_id", "=", vpnGatewayId),
    ofGateway(where, vpnGatewayId),
  ]);
}

/**
 * The events that a question finds, of the kinds it asks for, newest first. Where they are known to be few,
 * they are looked up and then put in order: along all events in order of time it takes a second among millions.
 */
export function foundEvents(
  db: Kysely<Schema>,
  parameters: EventParameters,
  user: User,
  areFew = false,
) {
  const { kind } = parameters;
  const query = db
    .selectFrom("events")
    .where(isAsked(parameters, user))
    .selectAll()
    // An index does not know the order of what has been computed.
    .orderBy(areFew ? sql`+events.at` : "events.at", "desc")
    .orderBy("events.id", "desc");
  return kind.length === 0 ? query : query.where("events.kind", "in", kind);
}
