import { randomBytes } from "node:crypto";
import { Client } from "pg";

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
