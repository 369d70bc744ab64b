import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import type { Transaction } from "kysely";
import type { RegionChange } from "@/lib/server/history/changes";
import { configOf } from "@/lib/server/history/config-fields";
import { portionsOf } from "@/lib/server/history/portions";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import type { VpnConnection } from "@/lib/vpn/types";

/** New connections, those whose configuration has changed, and which are gone. */
export async function writeConnections(tx: Transaction<Schema>, change: RegionChange) {
  const { regionId, at, connections, deleted } = change;
  for (const portion of portionsOf(connections)) {
    await tx
      .insertInto("connections")
      .values(
        portion.map((one) => ({
          account: ACCOUNT,
          region_id: regionId,
          vpn_connection_id: one.vpnConnectionId,
          name: one.name,
          first_seen_at: at,
          deleted_at: null,
          config: JSON.stringify(configOf(one)),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(["account", "region_id", "vpn_connection_id"]).doUpdateSet((set) => ({
          name: set.ref("excluded.name"),
          config: set.ref("excluded.config"),
          deleted_at: null,
        })),
      )
      .execute();
    const ids = portion.map(({ vpnConnectionId }) => vpnConnectionId);
    await ofConnections(tx.deleteFrom("connection_gateways"), regionId, ids).execute();
    const gateways = portion.flatMap((one) =>
      gatewaysOf(one).map((gateway_id) => ({
        account: ACCOUNT,
        region_id: regionId,
        vpn_connection_id: one.vpnConnectionId,
        gateway_id,
      })),
    );
    if (gateways.length > 0) await tx.insertInto("connection_gateways").values(gateways).execute();
    await otherWork();
  }
  for (const ids of portionsOf(deleted)) {
    await ofConnections(
      tx.updateTable("connections").set({ deleted_at: at }),
      regionId,
      ids,
    ).execute();
  }
}

function gatewaysOf({ vpnGatewayId, customerGatewayIds }: VpnConnection): string[] {
  return [...new Set([vpnGatewayId ?? [], customerGatewayIds].flat())];
}

type OfConnections<Query> = {
  where: (
    column: "account" | "region_id" | "vpn_connection_id",
    operator: "=" | "in",
    value: string | string[],
  ) => Query;
};

function ofConnections<Query extends OfConnections<Query>>(
  query: Query,
  regionId: string,
  ids: string[],
): Query {
  return query
    .where("account", "=", ACCOUNT)
    .where("region_id", "=", regionId)
    .where("vpn_connection_id", "in", ids);
}
