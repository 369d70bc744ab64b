import { postgresFolder, startPostgres } from "@/lib/server/testing/postgres";

/** Three workers, each with a few servers of six connections at the same time. */
const CONNECTIONS = 200;

/** With E2E_POSTGRES=1 a whole run, or some specs, use PostgreSQL where the tests name no place of their own. */
export default async function startForAll() {
  const server = await startPostgres(postgresFolder() ?? "", { connections: CONNECTIONS });
  // Workers begin after this, and inherit it.
  process.env.E2E_DATABASE_URL = server.url;
  return server.end;
}
