import "server-only";
import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { User } from "@/lib/server/auth/user";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { env } from "@/lib/server/runtime/settings";
import { FINDING_EVENT_KINDS } from "@/lib/vpn/events";
import { RULES } from "@/lib/vpn/findings/rules";

/**
 * Rows of what the user may see: of the regions that are shown, and where somebody sees a part of one, of
 * the connections of their gateways and of the region itself.
 */
export function visibleTo(user: User) {
  const { TUNNELBOARD_REGIONS: shown } = env();
  return (where: ExpressionBuilder<Schema, "events">): Expression<SqlBool> => {
    const conditions: Expression<SqlBool>[] = [];
    if (shown !== undefined) conditions.push(where("events.region_id", "in", shown));
    const places = user.places.map((place) => place.split("/"));
    if (places.length > 0) {
      conditions.push(
        where.or(
          places.map(([regionId = "", gatewayId]) =>
            gatewayId === undefined
              ? where("events.region_id", "=", regionId)
              : where.and([
                  where("events.region_id", "=", regionId),
                  where.or([
                    ofRegionItself(where),
                    where("events.vpn_gateway_id", "=", gatewayId),
                    ofGateway(where, gatewayId),
                  ]),
                ]),
          ),
        ),
      );
    }
    if (places.length > 0) conditions.push(where.not(ofSeveral(where)));
    return where.and(conditions);
  };
}

const RULES_OF_SEVERAL = RULES.filter(({ isOfSeveral }) => isOfSeveral).map(({ id }) => id);

/**
 * Findings in which connections meet are recorded for the whole account: who sees a part of it would learn
 * of others that they exist, and what their keys and networks have in common with those they see.
 */
export function ofSeveral(where: ExpressionBuilder<Schema, "events">): Expression<SqlBool> {
  return where.and([
    where("events.kind", "in", FINDING_EVENT_KINDS),
    where("events.reason", "in", RULES_OF_SEVERAL),
  ]);
}

function ofRegionItself(where: ExpressionBuilder<Schema, "events">): Expression<SqlBool> {
  return where.and([
    where("events.vpn_connection_id", "is", null),
    where("events.vpn_gateway_id", "is", null),
  ]);
}

/** Whether the event is of a connection of a gateway. */
export function ofGateway(
  where: ExpressionBuilder<Schema, "events">,
  gatewayId: string,
): Expression<SqlBool> {
  // As a set that SQLite can go along, one connection after the other.
  return where(
    where.refTuple("events.region_id", "events.vpn_connection_id"),
    "in",
    where
      .selectFrom("connection_gateways as gateways")
      .select(["gateways.region_id", "gateways.vpn_connection_id"])
      .where("gateways.account", "=", ACCOUNT)
      .where("gateways.gateway_id", "=", gatewayId)
      .$asTuple("region_id", "vpn_connection_id"),
  );
}
