import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { postgresFolder, startPostgres } from "@/lib/server/testing/postgres";

/** Two workers, each with a few servers of six connections at the same time. */
const CONNECTIONS = 200;

/** With E2E_POSTGRES=1 a whole run, or some specs, use PostgreSQL where the tests name no place of their own. */
export default async function startForAll() {
  const server = await startPostgres(postgresFolder() ?? "", { connections: CONNECTIONS });
  // Workers begin after this, and inherit it.
  process.env.E2E_DATABASE_URL = server.url;
  return server.end;
}

/** A database of its own for a server whose test says nothing of where it keeps its history. */
export async function ownDatabase(
  settings: Record<string, string>,
): Promise<Record<string, string>> {
  const url = process.env.E2E_DATABASE_URL;
  const isOfTest = "DATABASE_URL" in settings || "TUNNELBOARD_DATA_DIR" in settings;
  if (url === undefined || isOfTest) return {};
  const name = `app_${randomBytes(8).toString("hex")}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  return { DATABASE_URL: Object.assign(new URL(url), { pathname: `/${name}` }).href };
}
