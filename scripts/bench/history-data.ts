import { statSync } from "node:fs";
import { join } from "node:path";
import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool } from "pg";
import { recordRead, untilRecorded } from "@/lib/server/history/recorder";
import type { Schema } from "@/lib/server/database/schema";
import { FILE_NAME } from "@/lib/server/database/sqlite";
import { writeToDatabase } from "@/lib/server/database/store";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { rawVpnConnection } from "@/lib/server/vpc-api/raw/vpn-connection";
import { DAY_MS } from "@/lib/vpn/history";
import type { VpnConnection } from "@/lib/vpn/types";

export const REGION = "cn-hangzhou";
const DAYS = 90;
const CHANGES_A_DAY = 2;

const UP = "ipsec_sa_established";
export const DOWN = "ike_sa_not_established";

/** A pair of tunnels, mapped as the server maps what the API sends. */
export function pairOf(index: number, second = UP): VpnConnection {
  const ike = { IkeVersion: "ikev2", IkeMode: "main", IkeEncAlg: "aes256", IkeAuthAlg: "sha256" };
  const ipsec = { IpsecEncAlg: "aes256", IpsecAuthAlg: "sha256", IpsecPfs: "group14" };
  const tunnel = (number: number, status: string) => ({
    TunnelId: `tun-${String(index).padStart(16, "0")}${number}`,
    Role: number === 1 ? "master" : "slave",
    State: "active",
    Status: status,
    InternetIp: "203.0.113.7",
    CustomerGatewayId: `cgw-${String(index % 500).padStart(17, "0")}`,
    TunnelIkeConfig: {
      ...ike,
      IkePfs: "group14",
      IkeLifetime: 86_400,
      LocalId: "a",
      RemoteId: "b",
    },
    TunnelIpsecConfig: { ...ipsec, IpsecLifetime: 86_400 },
  });
  const raw = {
    VpnConnectionId: `vco-${String(index).padStart(17, "0")}`,
    Name: `branch-${index}-to-headquarters`,
    VpnGatewayId: `vpn-${String(index % 100).padStart(17, "0")}`,
    LocalSubnet: "10.0.0.0/16,10.1.0.0/16",
    RemoteSubnet: "192.168.0.0/24",
    State: "active",
    TunnelOptionsSpecification: { TunnelOptions: [tunnel(1, UP), tunnel(2, second)] },
  };
  return toVpnConnection(REGION, rawVpnConnection.parse(raw));
}

/**
 * What 90 days leave of so many pairs, of each of which a tunnel fails once a day and comes back: for each
 * change an interval and an event of the tunnel, and one of the connection. Begins with a real read.
 */
export async function fillHistory(count: number, now: number): Promise<VpnConnection[]> {
  const connections = Array.from({ length: count }, (_, index) => pairOf(index));
  const begin = now - DAYS * DAY_MS;
  await recordRead({ regionId: REGION, at: begin, connections }, null);
  await untilRecorded();
  const changes = DAYS * CHANGES_A_DAY;
  const step = (DAYS * DAY_MS) / (changes + 1);
  await withoutTimeout((db) =>
    db.transaction().execute(async (tx) => {
      await sql`create temp table change as
        with recursive one(i) as (select 1 union all select i + 1 from one where i < ${sql.lit(changes)})
        select i, cast(${sql.lit(begin)} + i * ${sql.lit(step)} as bigint) as at from one`.execute(
        tx,
      );
      await sql`update intervals set ended_at = (select min(at) from change)
        where part = '' or part like '%2'`.execute(tx);
      await sql`insert into intervals
        select account, region_id, vpn_connection_id, part, change.at,
          case when change.i % 2 = 0 then 'up' when part = '' then 'degraded' else 'down' end,
          case when change.i = ${sql.lit(changes)} then null
            else cast(change.at + ${sql.lit(step)} as bigint) end, 1
        from intervals opening cross join change
        where (part = '' or part like '%2') and opening.began_at = ${sql.lit(begin)}
        order by 1, 2, 3, 4, 5`.execute(tx);
      await sql`insert into events
          (account, region_id, vpn_connection_id, name, kind, at, tunnel, before, after, lasted)
        select account, region_id, vpn_connection_id, name,
          case when number = 0 then case when i % 2 = 0 then 'up' else 'degraded' end
            else case when i % 2 = 0 then 'tunnel_up' else 'tunnel_down' end end,
          at, nullif(number, 0), case when i % 2 = 0 then 'down' else 'up' end,
          case when i % 2 = 0 then 'up' else 'down' end, cast(${sql.lit(step)} as bigint)
        from change cross join (select 2 as number union all select 0) numbers cross join connections
        order by at`.execute(tx);
      await sql`drop table change`.execute(tx);
      await sql`update regions set last_read_at = ${now - 60_000}`.execute(tx);
    }),
  );
  return connections;
}

/** The server ends a statement of PostgreSQL after seconds; this one may take minutes. */
async function withoutTimeout(work: (db: Kysely<Schema>) => Promise<void>): Promise<void> {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL === undefined) return writeToDatabase(work);
  const pool = new Pool({ connectionString: DATABASE_URL });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await work(db);
    await sql`analyze`.execute(db);
  } finally {
    await db.destroy();
  }
}

/** Megabytes, when everything is in the file itself; of PostgreSQL's database. */
export async function databaseSize(folder: string): Promise<number> {
  if (process.env.DATABASE_URL !== undefined) {
    const { rows } = await writeToDatabase((db) =>
      sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(db),
    );
    return (rows[0]?.size ?? 0) / 1e6;
  }
  await writeToDatabase((db) => sql`pragma wal_checkpoint(truncate)`.execute(db));
  return statSync(join(folder, FILE_NAME)).size / 1e6;
}

export async function rowCount(table: "intervals" | "events"): Promise<number> {
  const { rows } = await writeToDatabase((db) =>
    sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db),
  );
  return rows[0]?.count ?? 0;
}
